import { contactFieldList } from '../sdk/contact-field-list.ts'
import type { ContactFields } from '../sdk/contact-fields.ts'
import { declarationsMustMakeSense } from './declared-accounts.ts'
import type { Scope } from './generated/routes.ts'
import { isPlainObject } from './plain-object.ts'
import { declare, plant } from './plant.ts'
import { Account, type AccountSettings, type JobSpeed } from './state/account.ts'
import { Accounts, type Opening } from './state/accounts.ts'
import { type Behaviors, behaviorsFrom } from './state/behaviors.ts'
import { isMoment } from './state/clock.ts'
import type { RateLimit } from './state/quota.ts'
import type { Seed } from './state/seed.ts'

/** What an account starts with. */
export interface AccountOptions {
  /** What it holds when it is opened, or what makes that. @default nothing */
  seed?: Seed | (() => Seed)
  /** Its own contact fields, from `defineContactFields`. @default none */
  contactFields?: ContactFields
  /** Domains that product URLs may be in; subdomains count. @default every domain */
  domains?: readonly string[]
}

/** An account with keys of its own. */
export interface DeclaredAccountOptions extends AccountOptions {
  /** Its API keys, `keyId:keySecret`, with their scopes. */
  keys: Readonly<Record<string, readonly Scope[]>>
  /** Whether every call is answered with 403. @default false */
  blocked?: boolean
}

/** How a twin is set up. */
export interface MockOptions extends AccountOptions {
  /**
   * The moment at which the twin's time stands still, as ISO 8601 or as a Date, so that the same
   * calls give the same bytes. @default the machine's clock
   */
  clock?: string | Date
  /**
   * Accounts by name, in place of one for each key: other keys are then answered with 401. What an
   * account leaves out, it takes from the twin's own `seed`, `contactFields` and `domains`.
   *
   * @default every well-formed key opens an account of its own, with all scopes
   */
  accounts?: Readonly<Record<string, DeclaredAccountOptions>>
  /**
   * Calls per key and minute: `'documented'` is 100 per 60 seconds.
   *
   * @default none are counted
   */
  rateLimit?: 'documented' | RateLimit
  /**
   * How fast imports and exports are, on the twin's clock; while that stands still, so do they.
   *
   * @default they start after 1 000 ms and do 10 000 records in a second
   */
  jobs?: Partial<JobSpeed>
  /** How many calls the journal holds. @default 10_000 */
  journalCapacity?: number
  /** Choices where the vendor leaves the behaviour open. @default those of each switch */
  behaviors?: Partial<Behaviors>
}

const documentedLimit: RateLimit = { limit: 100 }

/** The accounts of a twin with these options, none of them open yet. */
export function accountsOf(options: MockOptions, now: () => number): Accounts {
  const { accounts, rateLimit } = options
  if (accounts !== undefined) declarationsMustMakeSense(accounts)
  const behaviors = behaviorsFrom(options.behaviors)
  const jobs = jobSpeedFrom(options.jobs)
  const opening = (own: AccountOptions, blocked = false): Opening => {
    const { domains = [], ...start } = { ...options, ...own }
    const lowerCase = domains.map((domain) => domain.toLowerCase())
    return openingOf({ behaviors, domains: lowerCase, blocked, now, jobs }, start)
  }
  const declared = Object.entries(accounts ?? {}).map(([name, own]) => ({
    name,
    keys: own.keys,
    ...opening(own, own.blocked),
  }))
  return new Accounts({
    ...(accounts ? { declared } : { undeclared: opening({}) }),
    rateLimit: rateLimit === 'documented' ? documentedLimit : rateLimit,
    unauthorizedBody: behaviors.unauthorizedBody,
  })
}

function jobSpeedFrom(given: Partial<JobSpeed> = {}): JobSpeed {
  const jobs = { startAfter: 1000, recordsPerSecond: 10_000, ...given }
  if (!(Number.isInteger(jobs.startAfter) && jobs.startAfter >= 0)) {
    throw new Error('jobs.startAfter is a whole number of milliseconds')
  }
  if (!(jobs.recordsPerSecond > 0)) {
    throw new Error('jobs.recordsPerSecond is a number above 0; Infinity is as fast as possible')
  }
  return jobs
}

/** The moment that the option `clock` means. */
export function startOf(clock: string | Date | undefined): number | undefined {
  if (clock === undefined) return undefined
  const start = new Date(clock).getTime()
  if (!isMoment(start))
    throw new Error(`clock is not a moment: ${clock}; it lies between 1970 and 9999`)
  return start
}

function openingOf(settings: AccountSettings, { seed, contactFields = {} }: AccountOptions) {
  const start = new Account(settings)
  if (!isPlainObject(contactFields)) {
    throw new Error('contactFields come from defineContactFields')
  }
  declare(start, contactFieldList(contactFields))
  plant(start, seed === undefined ? {} : typeof seed === 'function' ? seed() : seed)
  return { settings, start }
}
