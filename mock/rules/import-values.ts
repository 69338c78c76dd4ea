import type { components } from '../../sdk/generated/schema.ts'
import { problems, type Violation } from '../problems.ts'
import type { ContactFieldRow, FieldValue } from '../state/rows.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

type Schemas = components['schemas']

/** How the text of a cell becomes a value. */
export interface CellForm {
  /** The value; undefined for a text that has another form. */
  readonly read: (text: string) => FieldValue | undefined
  /** What is wrong with such a text. */
  readonly reason: string
}

const asIs: CellForm = { read: (text) => text, reason: '' }
const list: CellForm = { read: (text) => text.split('|'), reason: '' }
const integer: CellForm = {
  read: (text) => (/^(0|-?[1-9]\d*|-?[1-9](\.\d+)?e\+\d+)$/.test(text) ? Number(text) : undefined),
  reason: 'must be an integer, without a plus or zeros before it',
}
const decimal: CellForm = {
  read: (text) => (/^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text) : undefined),
  reason: 'must be a number, with a dot before its decimals',
}
const boolean: CellForm = {
  read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  reason: 'must be true or false',
}
/** Exports have date-times, so that they can be imported again. */
const date: CellForm = {
  read: (text) => (/^\d{4}-\d\d-\d\d([Tt ].+)?$/.test(text) ? text : undefined),
  reason: 'must be a date as yyyy-mm-dd',
}
const moment: CellForm = {
  read: (text) =>
    text.length === 10 ? date.read(text) && `${text}T00:00:00.000Z` : date.read(text),
  reason: date.reason,
}

const formOfType: Readonly<Record<Schemas['FieldType'], CellForm>> = {
  text: asIs,
  email: asIs,
  phone: asIs,
  date,
  integer,
  decimal,
  boolean,
  radio: asIs,
  checkbox: list,
}

/** System fields of contacts that are more than text. */
const formOfSystemField: Readonly<Record<string, CellForm>> = {
  _birthdate: moment,
  _points: integer,
}

const formOfProductField: Readonly<Record<keyof Schemas['ProductCreation'], CellForm>> = {
  name: asIs,
  productDetailUrl: asIs,
  unitPrice: decimal,
  availability: asIs,
  unitPriceOriginal: decimal,
  unitPriceWithoutVAT: decimal,
  discountedAmount: decimal,
  discountedPercentage: decimal,
  description: asIs,
  brand: asIs,
  categories: list,
  tags: list,
  imageUrl: asIs,
  thumbnailUrl: asIs,
  publishedAt: moment,
  rating: decimal,
  ratingCount: integer,
  reviewCount: integer,
  customField1: asIs,
  customField2: asIs,
  customField3: asIs,
  inStockUnits: integer,
  isBlacklisted: boolean,
  priority: integer,
  relatedExternalProductIds: list,
}

/** How the cells of a system field of contacts are read. */
export function systemFieldForm(name: string): CellForm {
  return formOfSystemField[name] ?? asIs
}

/** How the cells of a custom field are read; phones without prefix get that of the field. */
export function customFieldForm({ type, defaultCountryCode }: ContactFieldRow): CellForm {
  if (type !== 'phone' || defaultCountryCode === undefined) return formOfType[type]
  const prefix = `+${defaultCountryCode}`
  return { ...asIs, read: (text) => (/^(\+|00)/.test(text) ? text : prefix + text) }
}

/** How the cells of a product's field are read; undefined where there is no such field. */
export function productFieldForm(name: string): CellForm | undefined {
  return Object.hasOwn(formOfProductField, name)
    ? formOfProductField[name as keyof typeof formOfProductField]
    : undefined
}

const importValues = {
  id: 'import-values',
  grade: 'documented',
  source: sources.importTool,
  says: 'Cells have the form of the type of their field; empty ones write nothing.',
} as const

/** Undocumented where the quotes are broken, or cells are missing or too many. */
export const cellsMustFit = rule(
  importValues,
  (header: readonly string[], cells: readonly string[] | undefined): readonly string[] => {
    if (cells === undefined) {
      throw refused([{ path: '', reason: 'has quotes that do not enclose a whole value' }])
    }
    if (cells.length === header.length) return cells
    const reason = `has ${cells.length} values, and the header has ${header.length}`
    throw refused([{ path: '', reason }])
  },
)

/** Dates, numbers and booleans in another form are errors. */
export const valuesMustBeReadable = rule(importValues, (misread: readonly Violation[]) => {
  if (misread.length > 0) throw refused(misread)
})

/** "Unknown columns are not imported"; that they are reported is assumed. */
export const columnsMustBeKnown = rule(importValues, (unknown: readonly string[]) => {
  const reason = 'is not a field that can be imported, so its values are left out'
  if (unknown.length > 0) throw refused(unknown.map((path) => ({ path, reason })))
})

function refused(violations: readonly Violation[]) {
  return problems.misfit(violations, 'body')
}
