/** What an index goes by: the value of a row, and how two values compare. */
export interface Key<Row> {
  /** The value of a row; undefined when it has none. */
  readonly of: (row: Row) => string | undefined
  /** Equal results are the same value. */
  readonly normal?: (value: string) => string
}

/** Rows found by a value that no two of them share. */
export class UniqueIndex<Row> {
  readonly #key: Key<Row>
  readonly #rows: Map<string, Row>

  constructor(key: Key<Row>, from?: UniqueIndex<Row>) {
    this.#key = key
    this.#rows = new Map(from === undefined ? [] : from.#rows)
  }

  /** How many rows have a value. */
  get size(): number {
    return this.#rows.size
  }

  /** The row with this value. */
  get(value: string): Row | undefined {
    return this.#rows.get(this.#key.normal?.(value) ?? value)
  }

  /** Whether two values count as one. */
  same(a: string, b: string): boolean {
    const { normal = String } = this.#key
    return normal(a) === normal(b)
  }

  /** All rows that have a value, in the order in which they got it. */
  values(): MapIterator<Row> {
    return this.#rows.values()
  }

  /** Files one row in place of another; either may be missing. */
  replace(before: Row | undefined, after: Row | undefined): void {
    const value = this.#valueOf(after)
    const keeps = before && after && this.#key.of(before) === this.#key.of(after)
    const old = keeps ? value : this.#valueOf(before)
    if (old !== undefined && old !== value) this.#rows.delete(old)
    if (value !== undefined) this.#rows.set(value, after as Row)
  }

  /**
   * Files rows that are not in it.
   *
   * @throws {Error} when the value of one is taken
   */
  fill(rows: readonly Row[]): void {
    for (const row of rows) {
      const value = this.#valueOf(row)
      if (value === undefined) continue
      const before = this.#rows.size
      this.#rows.set(value, row)
      if (this.#rows.size > before) continue
      throw new Error(`two records share what is unique: ${JSON.stringify(row)}`)
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
