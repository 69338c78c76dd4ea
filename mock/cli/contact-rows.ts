import { createReadStream } from 'node:fs'
import type { AccountContactField } from '../../sdk/index.ts'
import type { CsvRecord } from '../files/csv-read.ts'
import { csvRecords } from '../files/csv-stream.ts'
import { routeOf } from '../router.ts'
import { customFieldForm, systemFieldForm } from '../rules/import-values.ts'
import { Mistake } from './mistake.ts'
import { unreadable } from './text-file.ts'

/** Which identifier finds the contacts of a file. */
export type Key = 'external-id' | 'email'

/** A contact of a file, its values by the types of their fields; what is empty is left out. */
export type ContactRow = Record<string, unknown>

/** Where the key stands. */
export const columnOf: Readonly<Record<Key, '_externalId' | '_email'>> = {
  'external-id': '_externalId',
  email: '_email',
}

const writable = routeOf('PATCH /contacts/email/{email}').patchOf ?? []
const identifiers: readonly string[] = ['_externalId', '_email']

/** Reads 256 KB at a time. */
const highWaterMark = 262_144

/** The contacts of a CSV file, in constant memory. */
export class ContactFile {
  readonly #path: string
  readonly #fields: ReadonlyMap<string, AccountContactField>
  readonly #lines = new WeakMap<ContactRow, number>()
  /** Lines of records that are no rows: they have other columns than the header. */
  readonly broken: number[] = []

  /** @param fields - the custom fields of the account */
  constructor(path: string, fields: readonly AccountContactField[]) {
    this.#path = path
    this.#fields = new Map(fields.map((field) => [field.id, field]))
  }

  /** The line at which a row begins, from 1. */
  lineOf(row: ContactRow): number {
    return this.#lines.get(row) ?? 0
  }

  /** The rows, in the order of the file. Columns that are no field are left out. */
  async *rows(): AsyncGenerator<ContactRow, void, undefined> {
    let read: ((record: CsvRecord) => ContactRow | undefined) | undefined
    for await (const records of recordsIn(this.#path)) {
      for (const record of records) {
        if (!read) {
          read = this.#readerOf(record.cells ?? [])
          continue
        }
        const row = read(record)
        if (row) this.#lines.set(row, record.line)
        else this.broken.push(record.line)
        if (row) yield row
      }
    }
  }

  #readerOf(header: readonly string[]) {
    const forms = header.map((name) => this.#formOf(name))
    return ({ cells }: CsvRecord): ContactRow | undefined => {
      if (cells?.length !== header.length) return undefined
      const row: ContactRow = {}
      for (const [at, form] of forms.entries()) {
        const text = cells[at]
        // What cannot be read is sent as it is, so that the API says what is wrong with it.
        if (form && text) row[header[at] as string] = form.read(text) ?? text
      }
      return row
    }
  }

  #formOf(name: string) {
    if (identifiers.includes(name) || writable.includes(name)) return systemFieldForm(name)
    const field = this.#fields.get(name)
    return field && customFieldForm(field)
  }
}

/**
 * The names of the columns of a CSV file.
 *
 * @throws {Mistake} when it cannot be read, or has no column for the key
 */
export async function headerOf(path: string, key: Key): Promise<readonly string[]> {
  for await (const [first] of recordsIn(path)) {
    const header = first?.cells ?? []
    if (header.includes(columnOf[key])) return header
    throw new Mistake(
      `${path} has no column ${columnOf[key]}, by which --key ${key} finds contacts; its first line is to have the ids of fields, and has ${header.join(', ')}`,
    )
  }
  throw new Mistake(`${path} is empty`)
}

/**
 * The records of a file, some at a time.
 *
 * @throws {Mistake} when it cannot be read
 */
async function* recordsIn(path: string): AsyncGenerator<readonly CsvRecord[]> {
  try {
    yield* csvRecords(createReadStream(path, { highWaterMark }))
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException
    throw code === undefined
      ? new Mistake(`cannot read ${path}: ${message}`)
      : unreadable(path, thrown)
  }
}
