/** What an index goes by: the value of a row, and how two values compare. */
export interface Key<Row> {
  /** The value of a row; undefined when it has none. */
  readonly of: (row: Row) => string | undefined
  /** Equal results are the same value. */
  readonly normal?: (value: string) => string
}

/** Numbers in the pairs of an empty index. */
const smallest = 32
/** Stands for a position that was removed. */
const removed = -1

/**
 * The rows of a table by a value that no two of them share. A `Map` would go from text to text
 * until one is equal, and among a million texts each step misses the cache. Here the hashes of the
 * values stand side by side, and a row is looked at only where the hash is equal.
 */
export class UniqueIndex<Row> {
  readonly #key: Key<Row>
  /** All rows of the table, shared with it. */
  #rows: readonly (Row | undefined)[]
  /** A hash and a position in the rows from 1, by turns; 0 is free. At most half are taken. */
  #pairs = new Int32Array(smallest)
  /** Pairs that are not free. */
  #taken = 0
  #size = 0

  /** An index of no rows yet, or a copy of another one for a copy of its rows. */
  constructor(key: Key<Row>, rows: readonly (Row | undefined)[], from?: UniqueIndex<Row>) {
    this.#key = key
    this.#rows = rows
    if (from === undefined) return
    this.#pairs = from.#pairs.slice()
    this.#taken = from.#taken
    this.#size = from.#size
  }

  /** How many rows have a value. */
  get size(): number {
    return this.#size
  }

  /** The row with this value. */
  get(value: string): Row | undefined {
    const position = this.positionOf(value)
    return position === -1 ? undefined : this.#rows[position]
  }

  /** Where the row with this value is; -1 where there is none. */
  positionOf(value: string): number {
    const wanted = this.#key.normal?.(value) ?? value
    const hash = hashOf(wanted)
    const pairs = this.#pairs
    const mask = pairs.length - 1
    for (let at = (hash << 1) & mask; pairs[at + 1] !== 0; at = (at + 2) & mask) {
      if (pairs[at] !== hash) continue
      const position = (pairs[at + 1] as number) - 1
      if (position >= 0 && this.#valueOf(this.#rows[position]) === wanted) return position
    }
    return -1
  }

  /** Whether a row has the value of this one. */
  has(row: Row): boolean {
    const value = this.#key.of(row)
    return value !== undefined && this.positionOf(value) !== -1
  }

  /** Whether two values count as one. */
  same(a: string, b: string): boolean {
    const { normal = String } = this.#key
    return normal(a) === normal(b)
  }

  /** Files the row at a position in place of the one that was there; either may be missing. */
  replace(position: number, before: Row | undefined, after: Row | undefined): void {
    if (before && after && this.#key.of(before) === this.#key.of(after)) return
    const old = this.#valueOf(before)
    const value = this.#valueOf(after)
    if (old === value) return
    if (old !== undefined) this.#remove(hashOf(old), position)
    if (value !== undefined) this.#add(hashOf(value), position)
  }

  /** Files all rows anew, which have moved. */
  rebuild(rows: readonly (Row | undefined)[]): void {
    this.#rows = rows
    this.#pairs = new Int32Array(smallest)
    this.#taken = 0
    this.#size = 0
    for (const [position, row] of rows.entries()) this.replace(position, undefined, row)
  }

  #add(hash: number, position: number) {
    if (this.#taken * 4 >= this.#pairs.length) this.#grow()
    enter(this.#pairs, hash, position + 1)
    this.#taken++
    this.#size++
  }

  #remove(hash: number, position: number) {
    const pairs = this.#pairs
    const mask = pairs.length - 1
    let at = (hash << 1) & mask
    while (pairs[at + 1] !== position + 1) at = (at + 2) & mask
    pairs[at + 1] = removed
    this.#size--
  }

  #grow() {
    const old = this.#pairs
    let length = smallest
    while (length < this.#size * 8) length *= 2
    this.#pairs = new Int32Array(length)
    this.#taken = this.#size
    for (let at = 0; at < old.length; at += 2) {
      const position = old[at + 1] as number
      if (position > 0) enter(this.#pairs, old[at] as number, position)
    }
  }

  #valueOf(row: Row | undefined) {
    const value = row && this.#key.of(row)
    return value === undefined ? undefined : (this.#key.normal?.(value) ?? value)
  }
}

/** Rows found by a value that many of them may share. */
export class GroupIndex<Row extends { readonly id: string }> {
  readonly #of: (row: Row) => string | undefined
  readonly #groups = new Map<string, Map<string, Row>>()

  constructor(of: (row: Row) => string | undefined, rows: Iterable<Row> = []) {
    this.#of = of
    this.fill(rows)
  }

  /** Whether a row has this value. */
  has(value: string): boolean {
    return this.#groups.has(value)
  }

  /** The rows with this value, oldest first. */
  get(value: string): readonly Row[] {
    return [...(this.#groups.get(value)?.values() ?? [])]
  }

  /** Files one row in place of another; either may be missing. */
  replace(before: Row | undefined, after: Row | undefined): void {
    const old = before && this.#of(before)
    const value = after && this.#of(after)
    if (old !== undefined && old !== value) this.#remove(old, before as Row)
    if (value !== undefined) this.#add(value, after as Row)
  }

  /** Files rows that are not in it. */
  fill(rows: Iterable<Row>): void {
    for (const row of rows) this.replace(undefined, row)
  }

  #add(value: string, row: Row) {
    const group = this.#groups.get(value)
    if (group) group.set(row.id, row)
    else this.#groups.set(value, new Map([[row.id, row]]))
  }

  #remove(value: string, row: Row) {
    const group = this.#groups.get(value)
    group?.delete(row.id)
    if (group?.size === 0) this.#groups.delete(value)
  }
}

function enter(pairs: Int32Array, hash: number, position: number) {
  const mask = pairs.length - 1
  let at = (hash << 1) & mask
  while (pairs[at + 1] !== 0) at = (at + 2) & mask
  pairs[at] = hash
  pairs[at + 1] = position
}

/** Values that differ at their ends alone, as counted ones do, become neighbours. */
function hashOf(value: string) {
  let hash = 0
  for (let at = 0; at < value.length; at++) hash = (Math.imul(hash, 31) + value.charCodeAt(at)) | 0
  return hash
}
