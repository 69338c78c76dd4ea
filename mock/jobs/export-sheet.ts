/** A column of a file. */
export interface Column<Row> {
  /** What its header says. */
  readonly name: string
  /** What it says of a row; empty where it has nothing to say. */
  readonly cellOf: (row: Row) => string
}

/** What an export writes, record by record. */
export interface Sheet {
  /** The names of its columns. */
  readonly header: readonly string[]
  /** How many records follow the header. */
  readonly total: number
  /** The cells of a record, by its number from 0. */
  recordAt(number: number): string[]
}

/** The sheet of rows that are never changed. */
export function sheetOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Sheet {
  return {
    header: columns.map(({ name }) => name),
    total: rows.length,
    recordAt: (number) => columns.map(({ cellOf }) => cellOf(rows[number] as Row)),
  }
}

/** Columns whose names are documented, more or less, and which the twin has nothing for. */
export function emptyColumns(...names: readonly string[]): Column<unknown>[] {
  return names.map((name) => ({ name, cellOf: () => '' }))
}
