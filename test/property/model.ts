import type { ModelExport } from './model-exports.ts'
import type { ModelImport } from './model-imports.ts'
import { anEmptyQueue, type ModelQueue } from './model-jobs.ts'

/** A contact, as the rules would have it. */
export interface ModelContact {
  readonly name: string
  /** How it came in. */
  readonly origin: string
  email?: string
  externalId?: string
  readonly fields: Record<string, unknown>
  readonly createdAt: number
  updatedAt: number
  /** When it was last active, and the place of that among the activities of all. */
  active: readonly [at: number, turn: number]
}

/** A purchase, as the rules would have it. */
export interface ModelPurchase {
  readonly name: string
  readonly sent: Readonly<Record<string, unknown>> & {
    readonly purchaseId: string
    readonly cartId?: string
    readonly contactEmail?: string
    readonly contactExternalId?: string
    readonly purchaseDate: string
    readonly totalPrice: number
    readonly products: readonly { readonly productId: string }[]
  }
  contact: ModelContact | undefined
  readonly createdAt: number
}

/** Something that happened, as the rules would have it. */
interface ModelActivity {
  readonly type: string
  readonly at: number
  contact: ModelContact
  readonly origin: string
  readonly subject?: string
  /** What a custom event told. */
  readonly data?: object
}

/** Choices where the vendor leaves the behaviour open, and how fast jobs are. */
export interface Ways {
  readonly nullInPatch: 'refuse' | 'clear'
  readonly importKey: 'external-id' | 'email'
  readonly jobs: { readonly startAfter: number; readonly recordsPerSecond: number }
}

/** What an account would hold if every rule of DESIGN.md 3 were kept: arrays, looked through. */
export interface Model {
  now: number
  readonly ways: Ways
  contacts: ModelContact[]
  purchases: ModelPurchase[]
  trackers: { readonly id: string; contact: ModelContact }[]
  log: ModelActivity[]
  turns: number
  readonly imports: ModelQueue<ModelImport>
  readonly exports: ModelQueue<ModelExport>
  /** How many contacts and purchases there ever were. */
  readonly made: { contacts: number; purchases: number }
}

/** What becomes of a step. */
export interface Outcome {
  readonly status: number
  /** The rule that refuses. */
  readonly rule?: string | undefined
  /** The custom error code. */
  readonly code?: string | undefined
  /** The first field that is refused. */
  readonly field?: string | undefined
  /** What is shown, where nothing is refused; ids are names of the model. */
  readonly shown?: unknown
}

/** A refusal by a rule. */
export function refused(status: number, rule: string, more: Partial<Outcome> = {}): Outcome {
  return { status, rule, ...more }
}

/** An empty account. */
export function anEmptyModel(now: number, ways: Ways): Model {
  return {
    now,
    ways,
    contacts: [],
    purchases: [],
    trackers: [],
    log: [],
    turns: 0,
    imports: anEmptyQueue(),
    exports: anEmptyQueue(),
    made: { contacts: 0, purchases: 0 },
  }
}

/** "A contact with an External ID (even without email) is not anonymous." */
export function isAnonymous({ email, externalId }: ModelContact): boolean {
  return email === undefined && externalId === undefined
}

/** The contact with this email, whatever its case. */
export function byEmail(model: Model, email: string): ModelContact | undefined {
  return model.contacts.find((one) => one.email?.toLowerCase() === email.toLowerCase())
}

/** The contact with exactly this External ID. */
export function byExternalId(model: Model, externalId: string): ModelContact | undefined {
  return model.contacts.find((one) => one.externalId === externalId)
}

/** A new contact. */
export function created(model: Model, origin: string, identifiers: object = {}): ModelContact {
  model.made.contacts += 1
  const name = `contact ${model.made.contacts}`
  const times = { createdAt: model.now, updatedAt: model.now }
  const contact: ModelContact = {
    name,
    origin,
    fields: {},
    ...times,
    active: [0, 0],
    ...identifiers,
  }
  model.contacts.push(contact)
  touch(model, contact)
  log(model, 'contact-created', contact, origin)
  return contact
}

/** The 90 days of the contact start anew. */
export function touch(model: Model, contact: ModelContact): void {
  model.turns += 1
  contact.active = [model.now, model.turns]
}

/** The contact and its activity are gone; its purchases stay, without it. */
export function drop(model: Model, contact: ModelContact): void {
  model.contacts = model.contacts.filter((one) => one !== contact)
  model.log = model.log.filter((one) => one.contact !== contact)
  model.trackers = model.trackers.filter((one) => one.contact !== contact)
  for (const purchase of model.purchases) {
    if (purchase.contact === contact) purchase.contact = undefined
  }
}

/** Something happened. */
export function log(
  model: Model,
  type: string,
  contact: ModelContact,
  origin: string,
  more: Pick<ModelActivity, 'subject' | 'data'> = {},
): void {
  model.log.push({ type, at: model.now, contact, origin, ...more })
}
