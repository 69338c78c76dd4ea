import type { ContactFieldDeclaration } from '../../sdk/contact-fields.ts'
import { problems, type Violation } from '../problems.ts'
import type { Account } from '../state/account.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

/**
 * Undocumented. Refused, because a misspelt field that is silently dropped is the dearest bug of
 * an import.
 */
export const fieldsMustBeKnown = rule(
  {
    id: 'field-known',
    grade: 'assumed',
    source: sources.contactPatch,
    says: 'Unknown and read-only fields are refused; custom fields must be declared and fit.',
  },
  (account: Account, writable: readonly string[], fields: object) => {
    const declared = account.settings.contactFields
    const violations: Violation[] = []
    for (const [path, value] of Object.entries(fields)) {
      if (writable.includes(path)) continue
      const reason = Object.hasOwn(declared, path)
        ? misfit(declared[path] as ContactFieldDeclaration, value)
        : unknown(path)
      if (reason !== undefined) violations.push({ path, reason })
    }
    if (violations.length > 0) throw problems.misfit(violations, 'body')
  },
)

function unknown(path: string) {
  return path.startsWith('_') || path === 'id'
    ? 'is not a field that can be written here'
    : 'is not declared as a contact field of this account'
}
