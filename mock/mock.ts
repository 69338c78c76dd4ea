import type { ContactFields } from '../sdk/contact-fields.ts'
import type { Answer, Call } from './call.ts'
import { fetchFrom } from './carriers/fetch.ts'
import { handle } from './engine.ts'
import { plant } from './plant.ts'
import { type AccountRecords, recordsOf } from './records.ts'
import { isWellFormed } from './rules/gate.ts'
import { Account } from './state/account.ts'
import { Accounts } from './state/accounts.ts'
import { type Behaviors, behaviorsFrom } from './state/behaviors.ts'
import type { Seed } from './state/seed.ts'

/** How a twin is set up. */
export interface MockOptions {
  /** What every account holds when it is opened. @default nothing */
  seed?: Seed
  /**
   * The moment at which the twin's time stands still, as ISO 8601 or as a Date, so that the same
   * calls give the same bytes. @default the machine's clock
   */
  clock?: string | Date
  /** The account's own contact fields, from `defineContactFields`. @default none */
  contactFields?: ContactFields
  /** Domains that product URLs may be in; subdomains count. @default every domain */
  domains?: readonly string[]
  /** Choices where the vendor leaves the behaviour open. @default the strict ones */
  behaviors?: Partial<Behaviors>
}

/** A twin of the Connectif API that keeps its accounts in memory. Made by `createMock`. */
export class Mock implements AccountRecords {
  readonly contacts: AccountRecords['contacts']
  readonly purchases: AccountRecords['purchases']
  readonly products: AccountRecords['products']
  readonly activities: AccountRecords['activities']
  /**
   * A fetch that the twin answers, whatever the host; nothing reaches the network.
   *
   * @example `new Connectif({ apiKey: 'id:secret', fetch: mock.fetch })`
   */
  readonly fetch: typeof globalThis.fetch
  readonly #accounts: Accounts

  /** @internal */
  constructor(options: MockOptions) {
    const settings = settingsOf(options)
    const seed = new Account(settings)
    plant(seed, options.seed === undefined ? {} : options.seed)
    this.#accounts = new Accounts(seed)
    const only = recordsOf(() => this.#accounts.only())
    this.contacts = only.contacts
    this.purchases = only.purchases
    this.products = only.products
    this.activities = only.activities
    this.fetch = fetchFrom((call) => this.handle(call))
  }

  /**
   * The account of an API key, opened from the seed if it is new.
   *
   * @param apiKey - `keyId:keySecret`, as the SDK takes it
   * @throws {Error} when it is not of that form, so that no call could use it
   */
  account(apiKey: string): AccountRecords {
    if (!isWellFormed(apiKey)) throw new Error('an API key is "keyId:keySecret", without spaces')
    return recordsOf(() => this.#accounts.of(apiKey))
  }

  /** Answers one call at once; what every carrier goes through. */
  handle(call: Call): Answer {
    return handle(call, (key) => this.#accounts.of(key))
  }

  /** Closes all accounts: every key starts from the seed again. */
  reset(): void {
    this.#accounts.reset()
  }
}

/**
 * A twin of the Connectif API. Each well-formed API key opens its own account, so tests that use
 * different keys share nothing.
 *
 * @throws {Error} when a record of the seed breaks a rule; the message names both
 * @example
 * ```ts
 * const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
 * const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })
 * ```
 */
export function createMock(options: MockOptions = {}): Mock {
  return new Mock(options)
}

function settingsOf({ clock, contactFields = {}, domains = [], behaviors }: MockOptions) {
  const start = clock === undefined ? undefined : new Date(clock).getTime()
  if (Number.isNaN(start)) throw new Error(`clock is not a moment: ${clock}`)
  return {
    behaviors: behaviorsFrom(behaviors),
    contactFields,
    domains: domains.map((domain) => domain.toLowerCase()),
    now: start === undefined ? Date.now : () => start,
  }
}
