import type { ContactFields, ContactFieldValues, NoContactFields } from '../contact-fields.ts'
import type { Schema } from '../contract.ts'
import { ConnectifError } from '../errors.ts'
import type { CsvRow } from './csv-rows.ts'

type Contact = Schema<'Contact'>

/** Fields of every contact that have values of this type. */
type FieldsOf<Value> = {
  [Id in keyof Contact]-?: NonNullable<Contact[Id]> extends Value ? Id : never
}[keyof Contact]

/**
 * A contact as it stands in an export: numbers, booleans and lists of options by the type of the
 * field, all else as text. A field without a value is left out.
 */
export type ExportedContact<Fields extends ContactFields = NoContactFields> = {
  readonly [Id in keyof Schema<'Contact'>]?: NonNullable<Schema<'Contact'>[Id]>
} & Readonly<ContactFieldValues<Fields>>

type Read = (text: string) => unknown

const numbers = {
  _points: number,
  _totalPurchases: number,
  _totalPurchasesAmount: number,
  _averagePurchasesAmount: number,
  _emailSoftBounces: number,
  _churnRate: number,
  _pAlive: number,
  _clv: number,
  _expectedPurchases: number,
} satisfies Record<FieldsOf<number>, Read>

const booleans = {
  _isAnonymous: boolean,
  _hasPushSubscriptions: boolean,
} satisfies Record<FieldsOf<boolean>, Read>

const byType: Record<string, Read> = {
  integer: number,
  decimal: number,
  boolean,
  checkbox: (text) => text.split('|'),
}

/** Rows of an export of contacts, their values by the types of the fields. */
export async function* contactRows<Fields extends ContactFields>(
  pieces: AsyncIterable<CsvRow[]>,
  fields: Fields | undefined,
): AsyncGenerator<ExportedContact<Fields>[]> {
  const custom = Object.entries(fields ?? {}).map(([id, { type }]) => [id, byType[type]] as const)
  const readers = new Map<string, Read | undefined>([
    ...Object.entries({ ...numbers, ...booleans }),
    ...custom,
  ])
  for await (const rows of pieces) {
    yield rows.map((row) => contactOf(row, readers) as ExportedContact<Fields>)
  }
}

function contactOf(row: CsvRow, readers: Map<string, Read | undefined>): object {
  const values = Object.entries(row).filter(([, text]) => text !== '')
  return Object.fromEntries(
    values.map(([id, text]) => {
      const read = readers.get(id)
      const value = read ? read(text) : text
      if (value !== undefined) return [id, value]
      throw new ConnectifError(`"${text}" is no value of the field ${id}: read it with rows`)
    }),
  )
}

function number(text: string): number | undefined {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined
}

function boolean(text: string): boolean | undefined {
  return text === 'true' || (text === 'false' ? false : undefined)
}
