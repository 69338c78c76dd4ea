import { createReadStream } from 'node:fs'
import type { AccountContactField } from '../../sdk/index.ts'
import { csvRecords, type Delimiter, delimiterIn } from '../files/csv-stream.ts'
import { routeOf } from '../router.ts'
import { type CellForm, customFieldForm, systemFieldForm } from '../rules/import-values.ts'
import { Mistake } from './mistake.ts'
import { unreadable } from './text-file.ts'

/** Which identifier finds the contacts of a file. */
export type Key = 'external-id' | 'email'

/** A contact of a file, its values by the types of their fields; what is empty is left out. */
export type ContactRow = Record<string, unknown>

/** Where the key stands. */
const columnOf: Readonly<Record<Key, '_externalId' | '_email'>> = {
  'external-id': '_externalId',
  email: '_email',
}

const writable = routeOf('PATCH /contacts/email/{email}').patchOf ?? []
const identifiers: readonly string[] = ['_externalId', '_email']

/** Reads 256 KB at a time. */
const highWaterMark = 262_144

/** A CSV file, by its first line. */
export interface CsvFile {
  readonly path: string
  readonly delimiter: Delimiter
  /** The names of the columns. */
  readonly header: readonly string[]
}

/** The contacts of a CSV file, in constant memory. */
export class ContactFile {
  readonly #file: CsvFile
  readonly #fields: ReadonlyMap<string, AccountContactField>
  readonly #lines = new WeakMap<ContactRow, number>()
  /** Lines of records that are no rows: they have other columns than the header. */
  readonly broken: number[] = []

  /** @param fields - the custom fields of the account */
  constructor(file: CsvFile, fields: readonly AccountContactField[]) {
    this.#file = file
    this.#fields = new Map(fields.map((field) => [field.id, field]))
  }

  /** The line at which a row begins, from 1. */
  lineOf(row: ContactRow): number {
    return this.#lines.get(row) ?? 0
  }

  /** The rows, in the order of the file. Columns that are no field are left out. */
  async *rows(): AsyncGenerator<ContactRow, void, undefined> {
    const forms = this.#file.header.map((name) => this.#formOf(name))
    let isHeader = true
    for await (const records of recordsIn(this.#file.path, this.#file.delimiter)) {
      for (const { line, cells } of isHeader ? records.slice(1) : records) {
        if (cells?.length !== forms.length) this.broken.push(line)
        else yield this.#rowOf(line, cells, forms)
      }
      isHeader = false
    }
  }

  #rowOf(line: number, cells: readonly string[], forms: readonly (CellForm | undefined)[]) {
    const row: ContactRow = {}
    for (const [at, form] of forms.entries()) {
      const text = cells[at]
      // What cannot be read is sent as it is, so that the API says what is wrong with it.
      if (form && text) row[this.#file.header[at] as string] = form.read(text) ?? text
    }
    this.#lines.set(row, line)
    return row
  }

  #formOf(name: string) {
    if (identifiers.includes(name) || writable.includes(name)) return systemFieldForm(name)
    const field = this.#fields.get(name)
    return field && customFieldForm(field)
  }
}

/**
 * Looks at the first line of a CSV file.
 *
 * @throws {Mistake} when it cannot be read, or has no column for the key
 */
export async function csvFile(path: string, key: Key): Promise<CsvFile> {
  const delimiter = delimiterIn(await beginningOf(path))
  for await (const [first] of recordsIn(path, delimiter)) {
    const header = first?.cells ?? []
    if (header.includes(columnOf[key])) return { path, delimiter, header }
    throw new Mistake(
      `${path} has no column ${columnOf[key]}, by which --key ${key} finds contacts: its first line has ${header.join(', ')}`,
    )
  }
  throw new Mistake(`${path} is empty`)
}

async function beginningOf(path: string) {
  try {
    for await (const chunk of createReadStream(path, { end: 65_535 })) return String(chunk)
  } catch (thrown) {
    throw unreadable(path, thrown)
  }
  return ''
}

/**
 * The records of a file, some at a time.
 *
 * @throws {Mistake} when it cannot be read
 */
async function* recordsIn(path: string, delimiter: Delimiter) {
  try {
    yield* csvRecords(createReadStream(path, { highWaterMark }), delimiter)
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException
    throw code === undefined
      ? new Mistake(`cannot read ${path}: ${message}`)
      : unreadable(path, thrown)
  }
}
