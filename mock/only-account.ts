import { type AccountRecords, recordsOf } from './records.ts'
import type { Account } from './state/account.ts'

/** What a twin says of the only account that is open; with several, it throws an Error. */
export class OnlyAccount implements AccountRecords {
  readonly #records: AccountRecords

  /** @internal */
  constructor(account: () => Account) {
    this.#records = recordsOf(account)
  }

  /** Contacts of the only account that is open. */
  get contacts(): AccountRecords['contacts'] {
    return this.#records.contacts
  }

  /** Purchases of the only account that is open. */
  get purchases(): AccountRecords['purchases'] {
    return this.#records.purchases
  }

  /** Products of the only account that is open. */
  get products(): AccountRecords['products'] {
    return this.#records.products
  }

  /** Activity log of the only account that is open. */
  get activities(): AccountRecords['activities'] {
    return this.#records.activities
  }

  /** Tracking of the only account that is open. */
  get tracking(): AccountRecords['tracking'] {
    return this.#records.tracking
  }

  /** Imports of the only account that is open. */
  get imports(): AccountRecords['imports'] {
    return this.#records.imports
  }

  /** Exports of the only account that is open. */
  get exports(): AccountRecords['exports'] {
    return this.#records.exports
  }

  /** How the imports and exports of the only account that is open go on. */
  get jobs(): AccountRecords['jobs'] {
    return this.#records.jobs
  }

  /** Named filters of the contacts of the only account that is open. */
  get segments(): AccountRecords['segments'] {
    return this.#records.segments
  }
}
