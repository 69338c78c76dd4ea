import { Activities } from './activities.ts'
import { Anonymous } from './anonymous.ts'
import type { Behaviors } from './behaviors.ts'
import { type ExportRow, type ImportRow, isUnfinished } from './job-rows.ts'
import { Reads } from './reads.ts'
import type { ContactFieldRow, ContactRow, EventTypeRow, ProductRow, PurchaseRow } from './rows.ts'
import { Segments } from './segments.ts'
import { Table } from './table.ts'
import { Trackers } from './trackers.ts'

/** What an account is given, and calls do not change. */
export interface AccountSettings {
  readonly behaviors: Behaviors
  /** Authorised domains of product URLs; none means that every domain is. */
  readonly domains: readonly string[]
  /** Whether every call is refused. */
  readonly blocked: boolean
  /** The time, in milliseconds since 1970. */
  readonly now: () => number
  /** How fast imports and exports are. */
  readonly jobs: JobSpeed
}

/** How fast imports and exports are, on the twin's clock. */
export interface JobSpeed {
  /** Milliseconds from the creation of a job, or the end of the one before it, to its start. */
  readonly startAfter: number
  /** Records in a second; `Infinity` is as fast as the machine. */
  readonly recordsPerSecond: number
}

/** What stands before so many digits of an id. */
const zeros = Array.from({ length: 25 }, (_, digits) => '0'.repeat(24 - digits))

/** Everything that one Connectif account holds. */
export class Account {
  readonly settings: AccountSettings
  readonly contacts: Table<ContactRow, 'email' | 'externalId'>
  readonly purchases: Table<PurchaseRow, 'purchaseId', 'contact'>
  readonly products: Table<ProductRow, 'productId'>
  readonly contactFields: Table<ContactFieldRow, never>
  readonly eventTypes: Table<EventTypeRow, 'alias'>
  readonly imports: Table<ImportRow, never, 'unfinished'>
  readonly exports: Table<ExportRow, never, 'unfinished'>
  /** Named filters of contacts. */
  readonly segments: Segments
  readonly activities: Activities
  readonly anonymous: Anonymous
  /** What reads show of contacts. */
  readonly reads: Reads
  /** Contacts by the id that a browser or a device tracks them with. */
  readonly trackers: Trackers
  /** The last internal id that was given, as a number. */
  lastId: number
  /** When the last export ended that was begun and is deleted; 0 where there is none. */
  exportsFreeSince: number
  #moment: number | undefined

  constructor(settings: AccountSettings, from?: Account) {
    this.settings = settings
    this.contacts = new Table(contactKeys(settings.behaviors), from?.contacts)
    this.purchases = new Table(purchaseKeys, from?.purchases)
    this.products = new Table(productKeys, from?.products)
    this.contactFields = new Table(noKeys, from?.contactFields)
    this.eventTypes = new Table(eventTypeKeys, from?.eventTypes)
    this.imports = new Table(jobKeys, from?.imports)
    this.exports = new Table(jobKeys, from?.exports)
    this.segments = new Segments(from?.segments.entries())
    this.activities = new Activities(from?.activities)
    this.anonymous = new Anonymous(from?.anonymous.entries())
    this.reads = new Reads(settings.behaviors.readDelaySeconds, () => this.now())
    this.trackers = new Trackers(from?.trackers.entries())
    this.lastId = from?.lastId ?? 0
    this.exportsFreeSince = from?.exportsFreeSince ?? 0
  }

  /** The time, in milliseconds since 1970. */
  now(): number {
    return this.#moment ?? this.settings.now()
  }

  /** Does work that fell due at a moment, as if it were that moment. */
  during<Result>(moment: number, work: () => Result): Result {
    const before = this.#moment
    this.#moment = moment
    try {
      return work()
    } finally {
      this.#moment = before
    }
  }

  /** The next internal id: 24 hex characters, in the order of creation. */
  nextId(): string {
    this.lastId += 1
    const digits = this.lastId.toString(16)
    // Joined, it is one text in memory; padded, it would be a chain of two.
    return [zeros[digits.length], digits].join('')
  }
}

function contactKeys({ emailComparison, externalIdComparison }: Behaviors) {
  const lowerCase = (value: string) => value.toLowerCase()
  return {
    unique: {
      email: {
        of: (row: ContactRow) => row.fields._email,
        ...(emailComparison === 'ignore-case' && {
          normal: (email: string) => email.trim().toLowerCase(),
        }),
      },
      externalId: {
        of: (row: ContactRow) => row.fields._externalId,
        ...(externalIdComparison === 'ignore-case' && { normal: lowerCase }),
      },
    },
    groups: {},
  }
}

const purchaseKeys = {
  unique: { purchaseId: { of: (row: PurchaseRow) => row.purchase.purchaseId } },
  groups: { contact: (row: PurchaseRow) => row.contactId },
}

const productKeys = {
  unique: { productId: { of: (row: ProductRow) => row.productId } },
  groups: {},
}

const eventTypeKeys = {
  unique: { alias: { of: (row: EventTypeRow) => row.alias } },
  groups: {},
}

/** The one value of the group of jobs that have not ended. */
export const unfinished = 'unfinished'

const jobKeys = {
  unique: {},
  groups: {
    unfinished: (row: ImportRow | ExportRow) => (isUnfinished(row) ? unfinished : undefined),
  },
}

const noKeys = { unique: {}, groups: {} }
