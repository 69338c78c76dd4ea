import type { Account } from '../../mock/state/account.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import { anAccount } from './accounts.ts'
import { ofAllTypes } from './contact-fields.ts'

const contacts = [
  { _externalId: 'POS-1', _email: 'Ada@Example.com', tier: 'gold', interests: ['garden'] },
  { _externalId: 'POS-2', _points: 7 },
  { _externalId: 'pos-3', _name: 'Eve', tier: 'silver' },
  { _externalId: '1,5', _email: 'bob@example.com' },
  { _externalId: '50%' },
  { _email: 'adam@example.com', vip: true, _points: 7 },
]

/** An account with contacts of all sorts; the last of them, at place 6, is anonymous. */
export function anAccountOfMany(behaviors = {}): Account {
  const settings = { contactFields: ofAllTypes, behaviors: { ...defaultBehaviors, ...behaviors } }
  const account = anAccount({ contacts }, settings)
  const row = { fields: {}, createdAt: 0, updatedAt: 0, totals: undefined }
  account.contacts.put({ ...row, id: account.nextId() })
  return account
}
