import { writableFields } from '../operations/contact-body.ts'
import { customFieldForm } from '../rules/import-values.ts'
import type { Account } from '../state/account.ts'
import type { ExportRow } from '../state/job-rows.ts'
import type { ContactFieldRow, ContactRow, FieldValue } from '../state/rows.ts'
import { type DateFormat, dateText } from './export-dates.ts'
import { originsOf } from './export-origins.ts'
import { isSince, scopeOf } from './export-scope.ts'
import { type Column, emptyColumns, type Sheet, sheetOf } from './export-sheet.ts'

type ContactColumn = Column<ContactRow>

const identifier = '_externalId'
const systemFields = [identifier, ...writableFields.filter((name) => name !== identifier)]
const systemDates = ['_birthdate']

/**
 * Contacts, oldest first, in the columns that an import takes. A field that was never set is empty,
 * whatever its default value, so that a file that is imported again sets nothing more.
 */
export function contactSheet(account: Account, row: ExportRow): Sheet {
  const { dateFormat = 'ISO', filters } = row
  const { covers, includes } = scopeOf(account, row)
  const all = [...account.contacts.values()]
  const meant = (contact: ContactRow) => covers(contact.createdAt) && includes(contact)
  return sheetOf(filters ? all.filter(meant) : all, [
    ...systemFields.map((name) => systemColumn(name, dateFormat)),
    ...Array.from(account.contactFields.values(), (field) => customColumn(field, dateFormat)),
    ...(isSince(row, 'v5') ? laterColumns(account) : []),
  ])
}

function systemColumn(name: string, format: DateFormat): ContactColumn {
  return systemDates.includes(name)
    ? columnOf(name, (text) => dateText(text, format))
    : columnOf(name)
}

/** A phone without prefix gets that of the field here, as an import would give it. */
function customColumn(field: ContactFieldRow, format: DateFormat): ContactColumn {
  const { id, type } = field
  if (type === 'date') return columnOf(id, (text) => dateText(text, format))
  return type === 'phone' ? columnOf(id, customFieldForm(field).read) : columnOf(id)
}

/** From v5 on. The names are assumed; the twin knows nothing of subscriptions. */
function laterColumns(account: Account): ContactColumn[] {
  const origins = originsOf(account)
  return [
    { name: '_createdOrigin', cellOf: ({ id }) => origins.get(id) ?? '' },
    ...emptyColumns('_emailLastSubscribedDate', '_emailLastSubscribedIp'),
    ...emptyColumns('_emailLastSubscribedOrigin', '_emailLastUnsubscribedOrigin'),
  ]
}

function columnOf(name: string, written = (text: string): FieldValue | undefined => text) {
  return {
    name,
    cellOf: ({ fields }: ContactRow) => {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined
      return typeof value === 'string' ? String(written(value)) : textOf(value)
    },
  }
}

/** Options have a `|` between them. */
function textOf(value: FieldValue | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? value.join('|') : String(value)
}
