import { answer } from '../call.ts'
import type { Account } from '../state/account.ts'
import { clockBody } from './clock.ts'
import { faultBody } from './faults.ts'
import type { ControlOperations } from './operation.ts'

/** What the twin is like at the moment. */
export const state: ControlOperations = {
  'GET /__twin/state': {
    run: ({ mock }) =>
      answer(200, {
        accounts: Array.from(mock.openAccounts(), ([id, account]) => ({ id, ...counts(account) })),
        clock: clockBody(mock),
        journal: { count: mock.journal.count },
        faults: mock.faults.list().map(faultBody),
      }),
  },
}

function counts({ contacts, purchases, products, ...account }: Account) {
  return {
    contacts: contacts.size,
    purchases: purchases.size,
    products: products.size,
    contactFields: account.contactFields.size,
    customEventTypes: account.eventTypes.size,
    imports: account.imports.size,
    exports: account.exports.size,
    activities: account.activities.count,
  }
}
