import { GroupIndex, type Key, UniqueIndex } from './indexes.ts'

/** How the rows of a table are found: by keys that are unique, and in groups. */
export interface TableKeys<Row, Unique extends string, Group extends string> {
  readonly unique: Readonly<Record<Unique, Key<Row>>>
  readonly groups: Readonly<Record<Group, (row: Row) => string | undefined>>
}

/**
 * Rows in the order of their creation, found by `id` and by other keys in constant time. Rows are
 * never changed, only replaced, so that copies of a table share them.
 */
export class Table<
  Row extends { readonly id: string },
  Unique extends string,
  Group extends string = never,
> {
  /** Finds the one row with a value: `contacts.by.email.get('ada@example.com')`. */
  readonly by: Readonly<Record<Unique, UniqueIndex<Row>>>
  /** Finds the rows that share a value: `purchases.of.contact.get(contact.id)`. */
  readonly of: Readonly<Record<Group, GroupIndex<Row>>>
  /** By position; undefined where one was deleted. */
  #rows: (Row | undefined)[]
  readonly #ids: UniqueIndex<Row>
  readonly #unique: readonly UniqueIndex<Row>[]
  readonly #groups: readonly GroupIndex<Row>[]
  #changes = 0

  /** A table with these keys: empty, or of its own with the rows of another. */
  constructor(keys: TableKeys<Row, Unique, Group>, from?: Table<Row, Unique, Group>) {
    const rows = from === undefined ? [] : from.#rows.slice()
    this.#rows = rows
    this.#ids = new UniqueIndex(
      { of: (row) => row.id },
      rows,
      from === undefined ? from : from.#ids,
    )
    this.by = mapped(keys.unique, (key, name) => new UniqueIndex(key, rows, from?.by[name]))
    this.of = mapped(keys.groups, (of) => new GroupIndex(of, from?.values()))
    this.#unique = [this.#ids, ...values(this.by)]
    this.#groups = values(this.of)
  }

  /** How many rows there are. */
  get size(): number {
    return this.#ids.size
  }

  /** How often a row was written or removed; while it stays the same, so do the rows. */
  get changes(): number {
    return this.#changes
  }

  /** The row with this id. */
  get(id: string): Row | undefined {
    return this.#ids.get(id)
  }

  /** All rows, oldest first. */
  *values(): Generator<Row, undefined> {
    for (const row of this.#rows) if (row !== undefined) yield row
  }

  /** Writes a row in place of the one with its id, or as a new one. */
  put(row: Row): Row {
    const position = this.#ids.positionOf(row.id)
    return position === -1 ? this.add(row) : this.#replace(position, row)
  }

  /** Writes a row whose id is a new one. */
  add(row: Row): Row {
    return this.#replace(this.#rows.length, row)
  }

  /**
   * Writes rows that are all new.
   *
   * @throws {Error} when two rows have one id or one unique value; the table is no good then
   */
  fill(rows: readonly Row[]): void {
    for (const row of rows) {
      if (this.#unique.some((index) => index.has(row))) {
        throw new Error(`two records share what is unique: ${JSON.stringify(row)}`)
      }
      this.add(row)
    }
  }

  /** Removes a row; its values are free again. */
  delete(row: Row): void {
    const position = this.#ids.positionOf(row.id)
    if (position === -1) return
    this.#replace(position, undefined)
    if (this.#rows.length > this.size * 2 + 100) this.#compact()
  }

  #replace<After extends Row | undefined>(position: number, after: After): After {
    const before = this.#rows[position]
    this.#rows[position] = after
    this.#changes += 1
    for (const index of this.#unique) index.replace(position, before, after)
    for (const index of this.#groups) index.replace(before, after)
    return after
  }

  /** Closes the gaps of what was deleted. */
  #compact() {
    this.#rows = this.#rows.filter((row) => row !== undefined)
    for (const index of this.#unique) index.rebuild(this.#rows)
  }
}

function mapped<Name extends string, From, To>(
  from: Readonly<Record<Name, From>>,
  make: (value: From, name: Name) => To,
): Record<Name, To> {
  const entries = Object.entries(from) as [Name, From][]
  return Object.fromEntries(entries.map(([name, value]) => [name, make(value, name)])) as Record<
    Name,
    To
  >
}

function values<T>(record: Readonly<Record<string, T>>): T[] {
  return Object.values(record)
}
