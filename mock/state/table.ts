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
  readonly #rows: UniqueIndex<Row>
  readonly #indexes: readonly (UniqueIndex<Row> | GroupIndex<Row>)[]

  /** A table with these keys: empty, or of its own with the rows of another. */
  constructor(keys: TableKeys<Row, Unique, Group>, from?: Table<Row, Unique, Group>) {
    this.#rows = new UniqueIndex({ of: (row) => row.id }, from === undefined ? from : from.#rows)
    this.by = mapped(keys.unique, (key, name) => new UniqueIndex(key, from?.by[name]))
    this.of = mapped(keys.groups, (of) => new GroupIndex(of, from?.values()))
    this.#indexes = [this.#rows, ...values(this.by), ...values(this.of)]
  }

  /** How many rows there are. */
  get size(): number {
    return this.#rows.size
  }

  /** The row with this id. */
  get(id: string): Row | undefined {
    return this.#rows.get(id)
  }

  /** All rows, oldest first. */
  values(): MapIterator<Row> {
    return this.#rows.values()
  }

  /** Writes a row in place of the one with its id, or as a new one. */
  put(row: Row): Row {
    const before = this.#rows.get(row.id)
    for (const index of this.#indexes) index.replace(before, row)
    return row
  }

  /** Writes a row whose id is a new one. */
  add(row: Row): Row {
    for (const index of this.#indexes) index.replace(undefined, row)
    return row
  }

  /**
   * Writes rows that are all new, faster than one at a time.
   *
   * @throws {Error} when two rows have one id or one unique value; the table is no good then
   */
  fill(rows: readonly Row[]): void {
    for (const index of this.#indexes) index.fill(rows)
  }

  /** Removes a row; its values are free again. */
  delete(row: Row): void {
    const before = this.#rows.get(row.id)
    for (const index of this.#indexes) index.replace(before, undefined)
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
