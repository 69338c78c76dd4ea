import { writeFound } from '../operations/write-contact.ts'
import { routeOf } from '../router.ts'
import { fieldsMustBeKnown } from '../rules/contact-fields.ts'
import { type ContactAddress, contactAt } from '../rules/external-id.ts'
import {
  contactMustBeNamed,
  existingMustBeOverridable,
  type Identifiers,
  identifiersMustAgree,
  writableOf,
} from '../rules/import-records.ts'
import { type CellForm, customFieldForm, systemFieldForm } from '../rules/import-values.ts'
import type { Account } from '../state/account.ts'
import type { ImportRow } from '../state/job-rows.ts'
import type { FieldValue } from '../state/rows.ts'
import { columnsOf, readInto } from './import-columns.ts'
import type { FoundBy, RecordImport } from './import-records.ts'
import { misfitsOf, none } from './import-refusals.ts'

const byExternalId = {
  route: routeOf('PATCH /contacts/external-id/{externalId}'),
  column: '_externalId',
}
const byEmail = { route: routeOf('PATCH /contacts/email/{email}'), column: '_email' }
const nulls: readonly string[] = []
const identifying: readonly string[] = [byExternalId.column, byEmail.column]

/** Every record is a PATCH of a contact, under the same rules. */
export function contactImport(
  account: Account,
  { options }: ImportRow,
  header: readonly string[],
): RecordImport {
  const externalIdAt = header.indexOf(byExternalId.column)
  const emailAt = header.indexOf(byEmail.column)
  const formOf = (name: string) => formIn(account, name)
  const columns = columnsOf(header, formOf)

  return {
    unknown: header.filter((name) => !identifying.includes(name) && !formOf(name)),
    apply(cells, wrote) {
      const externalId = cells[externalIdAt] || undefined
      const email = cells[emailAt] || undefined
      const identifiers = { externalId, email }
      const address = contactMustBeNamed(account, identifiers)
      const { route, column } = address.email === undefined ? byExternalId : byEmail
      const body = besides(address, identifiers)
      readInto(body, columns, cells)

      const misfits = misfitsOf(route.pathFits, address, column)
      const others = misfitsOf(route.bodyFits, body)
      if (misfits !== none || others !== none) return [...misfits, ...others]

      const known = contactAt(account, address)
      identifiersMustAgree(account, known, identifiers)
      existingMustBeOverridable(options, known, column)
      const writable = route.patchOf ?? []
      const writing = writableOf(options, known?.fields, body)
      // What is left out has to be right as well.
      if (writing !== body) fieldsMustBeKnown(account, writable, body, nulls)

      const patch = { body: writing, nulls, writable }
      const { contact } = writeFound(account, { address, known }, patch, 'import')
      wrote?.({ after: contact, before: known, foundBy: foundBy(address) })
      return none
    },
  }
}

/** The identifier by which a contact is not found is a value like others. */
function besides({ email }: ContactAddress, given: Identifiers): Record<string, FieldValue> {
  const [name, value] =
    email === undefined
      ? ([byEmail.column, given.email] as const)
      : ([byExternalId.column, given.externalId] as const)
  return value === undefined ? {} : { [name]: value }
}

function foundBy({ email, externalId }: ContactAddress): FoundBy {
  return email === undefined
    ? { identifier: 'external-id', value: externalId }
    : { identifier: 'email', value: email }
}

function formIn(account: Account, name: string): CellForm | undefined {
  if (identifying.includes(name)) return undefined
  if (byEmail.route.patchOf?.includes(name)) return systemFieldForm(name)
  const field = account.contactFields.get(name)
  return field && customFieldForm(field)
}
