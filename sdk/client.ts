import { Transport } from './transport.ts'

// Imported first: with the libraries ahead of all our own code a bundle compresses better.

import type { ContactFields, NoContactFields } from './contact-fields.ts'
import { type ConnectifOptions, settingsFrom } from './options.ts'
import { AccountContactFields } from './resources/contact-fields.ts'
import { Contacts } from './resources/contacts.ts'
import { CustomEventTypes } from './resources/custom-event-types.ts'
import { CustomEvents } from './resources/custom-events.ts'
import { Exports } from './resources/exports.ts'
import { Imports } from './resources/imports.ts'
import { Products } from './resources/products.ts'
import { Purchases } from './resources/purchases.ts'

/**
 * A client of the Connectif API, for one API key.
 *
 * Failed calls are repeated where that is safe: GET, PATCH and DELETE after 408, 429, 5xx and lost
 * connections, POST only after a 429 or where nothing was sent. All calls of the client wait where
 * the answers say that none is left, and after a 429, until the API takes calls again. The key is
 * in no message and no printed client.
 *
 * @throws {ConnectifError} when an option is not valid, or when made in a browser for a real API
 *   without a `fetch`
 * @example
 * ```ts
 * const connectif = new Connectif({ apiKey: process.env.CONNECTIF_API_KEY })
 *
 * await connectif.contacts.upsert(
 *   { externalId: 'POS-000123' },
 *   { _name: 'Ada', _email: 'ada@example.com' },
 * )
 * ```
 */
export class Connectif<Fields extends ContactFields = NoContactFields> {
  /** Where the API is, without a trailing slash. */
  declare readonly baseUrl: string
  /** Contacts, addressed by email or External ID. */
  declare readonly contacts: Contacts<Fields>
  /** Purchases, addressed by Connectif id or by purchase id. */
  declare readonly purchases: Purchases
  /** Products, addressed by Connectif id or by product id. */
  declare readonly products: Products
  /** Custom fields of contacts, addressed by their id. */
  declare readonly contactFields: AccountContactFields
  /** Custom events, by the alias or the Connectif id of their type. */
  declare readonly customEvents: CustomEvents
  /** Types of custom events, addressed by Connectif id. */
  declare readonly customEventTypes: CustomEventTypes
  /** Imports of CSV files, addressed by Connectif id. */
  declare readonly imports: Imports<Fields>
  /** Exports to CSV files, addressed by Connectif id. */
  declare readonly exports: Exports<Fields>

  /** Sends nothing by itself. */
  constructor(options: ConnectifOptions<Fields>) {
    const settings = settingsFrom(options)
    const transport = new Transport(settings)

    this.baseUrl = settings.baseUrl
    this.contacts = new Contacts(transport)
    this.purchases = new Purchases(transport)
    this.products = new Products(transport)
    this.contactFields = new AccountContactFields(transport)
    this.customEvents = new CustomEvents(transport)
    this.customEventTypes = new CustomEventTypes(transport)
    this.imports = new Imports(transport)
    this.exports = new Exports(transport, options.contactFields)
  }

  /** The base URL only: nothing secret. */
  toJSON(): Pick<Connectif, 'baseUrl'> {
    return { baseUrl: this.baseUrl }
  }

  /** What `console.log` shows in Node: the base URL only. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Connectif(${this.baseUrl})`
  }
}
