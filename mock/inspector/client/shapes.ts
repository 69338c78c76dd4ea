import type { components } from '../../../sdk/generated/schema.ts'
import type { FaultKind } from '../../faults.ts'
import type { JournalEntry } from '../../journal.ts'
import type { Grade, RuleFacts } from '../../rules/rule.ts'
import type { Activity } from '../../state/activities.ts'
import type { ReportLine } from '../../state/job-rows.ts'

type Schemas = components['schemas']

/** A contact as the API shows it. */
export type Contact = Schemas['Contact'] & Readonly<Record<string, unknown>>
/** A purchase as the API shows it. */
export type Purchase = Schemas['Purchase']
/** A product as the API shows it. */
export type Product = Schemas['Product']
/** Where a file can be had, as a path. */
interface WithFile {
  readonly download?: string
}

/** An export as the API shows it. */
export type ExportJob = Schemas['Export'] & WithFile
/** An import, with what it refused. */
export type ImportJob = Omit<Schemas['Import'], 'errorReportFileUrl'> & {
  readonly report: readonly ReportLine[]
} & WithFile
/** A call to the API, and what became of it. */
export type Entry = JournalEntry

/** A part of the records. */
export interface Page<Item> {
  readonly total: number
  readonly offset: number
  readonly limit: number
  readonly items: readonly Item[]
}

/** How many records an account has. */
export interface AccountCounts {
  readonly id: string
  readonly contacts: number
  readonly purchases: number
  readonly products: number
  readonly contactFields: number
  readonly customEventTypes: number
  readonly imports: number
  readonly exports: number
  readonly activities: number
}

/** The time of the twin. */
export interface ClockState {
  readonly now: string
  readonly frozen: boolean
}

/** A fault as the control API takes it. */
export interface FaultAsked {
  readonly kind: FaultKind['kind']
  readonly on?: string | readonly string[]
  readonly address?: string
  readonly nth?: number
  readonly times?: number | 'all'
  readonly ms?: number
  readonly status?: number
}

/** A fault that is in place. */
export interface FaultPlaced {
  readonly id: number
  readonly hits: number
  readonly options: FaultAsked
}

/** What the twin is like. */
export interface State {
  readonly accounts: readonly AccountCounts[]
  readonly clock: ClockState
  readonly journal: { readonly count: number }
  readonly faults: readonly FaultPlaced[]
}

/** A rule, and how often it refused. */
export type RuleCount = RuleFacts & { readonly refused: number }

/** The rule that refused. */
export interface RuleBroken {
  readonly id: string
  readonly sentence: string
  readonly source: string
  readonly grade: Grade
}

/** What the API answered to a call that was made by hand. */
export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly rule?: RuleBroken
}

/** A field that contacts can have. */
export interface FieldFacts {
  readonly id: string
  readonly name?: string
  readonly type: string
  readonly description?: string
  readonly maxLength?: number
  readonly options?: readonly { readonly id: string; readonly label: string }[]
  readonly isCustom: boolean
  readonly isWritable: boolean
}

/** All that there is on a contact. */
export interface Sheet {
  readonly contact: Contact
  readonly purchases: readonly Purchase[]
  readonly activities: readonly Activity[]
  readonly activityCount: number
}

/** A named filter of contacts. */
export interface SegmentFacts {
  readonly id: string
  readonly isBuiltIn: boolean
  readonly count: number
}

/** Contacts that were created in a span of days, by what identifies them. */
interface SpanCount {
  /** Its first day, such as `2026-01-31`. */
  readonly day: string
  readonly days: number
  readonly externalId: number
  readonly emailOnly: number
  readonly anonymous: number
}

/** What there is to see of an account at a glance. */
export interface Overview {
  readonly contacts: {
    readonly total: number
    readonly byKind: {
      readonly externalId: number
      readonly emailOnly: number
      readonly anonymous: number
    }
  }
  readonly contactsOverTime: readonly SpanCount[]
  readonly calls: readonly {
    readonly operation: string | null
    readonly status: number
    readonly count: number
  }[]
  readonly purged: readonly { readonly id: string; readonly at: string }[]
}

/** The calls that a key has left. */
export interface LimitFacts {
  /** Id of the key. */
  readonly key: string
  readonly account: string
  /** Whether calls are counted. */
  readonly on: boolean
  readonly limit: number | null
  readonly remaining: number | null
  /** Unix seconds. */
  readonly reset: number | null
}

/** Records of one kind that changed. */
export interface RecordChanges {
  readonly created: readonly object[]
  readonly updated: readonly { readonly before: object; readonly after: object }[]
  readonly deleted: readonly object[]
}

/** What changed since a snapshot. */
export interface SnapshotDiff {
  readonly contacts: RecordChanges
  readonly purchases: RecordChanges
  readonly products: RecordChanges
}
