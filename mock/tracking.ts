import type { components } from '../sdk/generated/schema.ts'
import { bodyOf, pathMustFit } from './gate.ts'
import { recordEvent } from './operations/record-event.ts'
import { blankContact, record } from './operations/write-contact.ts'
import { writePurchase } from './operations/write-purchase.ts'
import { problems, unlessRefused } from './problems.ts'
import { routeOf } from './router.ts'
import { save } from './rules/anonymity.ts'
import { fieldsMustBeKnown } from './rules/contact-fields.ts'
import { nullMustBeAllowed, patched } from './rules/contacts.ts'
import { eventFieldsMustBeKnown } from './rules/custom-events.ts'
import { isAnonymous } from './rules/external-id.ts'
import { shapeMustFit } from './rules/gate.ts'
import { cartMustBeGiven } from './rules/purchases.ts'
import { merged, withoutExternalId } from './rules/tracking.ts'
import type { Account } from './state/account.ts'
import type { ContactRow, FieldValue } from './state/rows.ts'

type Purchase = components['schemas']['PurchaseCreation']

/** A page that somebody looks at. */
export interface PageView {
  /** What the browser or device is known by. */
  trackerId: string
  /** Address of the page. */
  url?: string
}

/** What a form or an app tells of somebody. */
export interface Identification {
  /** What the browser or device is known by. */
  trackerId: string
  /** Email, by which a contact is found or identified. */
  email?: string
  /** Further fields of the contact, such as `_name`; null as in a patch by the API. */
  [field: string]: FieldValue | null | undefined
}

/** A purchase on the site or in the app: of whoever the tracker belongs to. */
export type TrackedPurchase = Omit<Purchase, 'contactEmail' | 'contactExternalId'> & {
  /** What the browser or device is known by. */
  trackerId: string
}

/** A custom event on the site or in the app. */
export interface TrackedEvent {
  /** What the browser or device is known by. */
  trackerId: string
  /** Alias of its type. */
  alias: string
  /** What it tells, by the field ids of its type; it identifies nobody. */
  fields?: Readonly<Record<string, FieldValue>>
}

/** Web or mobile tracking of an account. An unknown tracker becomes an anonymous contact. */
export interface Tracker {
  /** Somebody looks at a page; their 90 days start anew. Returns the id of the contact. */
  pageView(view: PageView): string
  /**
   * Somebody tells who they are. A known email decides: its contact stays, and an anonymous
   * contact of the tracker is merged into it. An unknown email identifies the anonymous contact of
   * the tracker, or makes a new one. Returns the id of the contact.
   *
   * @throws {Error} naming the rule that refuses, such as `external-id-not-tracked`
   */
  identify(who: Identification): string
  /**
   * Somebody buys; their 90 days start anew. Returns Connectif's id of the purchase.
   *
   * @throws {Error} naming the rule that refuses, such as `purchase-products-exist`
   */
  purchase(purchase: TrackedPurchase): string
  /**
   * Something happens that the account has a custom event type for; the 90 days start anew.
   * Returns the id of the event.
   *
   * @throws {Error} naming the rule that refuses, such as `event-field-known`
   */
  event(event: TrackedEvent): string
}

/** Fields that tracking brings have the shapes of the older path, which takes no External ID. */
const patch = routeOf('PATCH /contacts/{email}')
const purchaseCreation = routeOf('POST /purchases/')

/** The tracking of the account that is looked up at the moment of the event. */
export function tracker(accountNow: () => Account, origin: 'web' | 'mobile'): Tracker {
  return {
    pageView: (view) => refusable(() => viewed(accountNow(), view, origin)),
    identify: (who) => refusable(() => identified(accountNow(), who, origin)),
    purchase: (purchase) => refusable(() => purchased(accountNow(), purchase, origin)),
    event: (event) => refusable(() => happened(accountNow(), event, origin)),
  }
}

type WebOrMobile = 'web' | 'mobile'

function viewed(account: Account, { trackerId, url }: PageView, origin: WebOrMobile): string {
  const { id } = save(account, visitor(account, trackerId, origin))
  const data = url !== undefined && { data: { url } }
  const at = account.now()
  account.activities.record({ type: 'page-view', at, contactId: id, origin, ...data })
  return id
}

function identified(account: Account, who: Identification, origin: WebOrMobile): string {
  const { trackerId, email, ...told } = who
  const given = withoutExternalId(account, told)
  if (email !== undefined) pathMustFit(patch, { email })
  const { body, nulls } = bodyOf(patch, given)
  nullMustBeAllowed(account, nulls)
  fieldsMustBeKnown(account, patch.patchOf ?? [], body as object, nulls)
  const tracked = contactOf(account, trackerId)
  const owner = email === undefined ? undefined : account.contacts.by.email.get(email)
  const known = owner ? mergedInto(account, owner, tracked, origin) : reusable(tracked, email)

  const fields = { ...(body as object), ...(email !== undefined && !owner && { _email: email }) }
  const contact = known ?? blankContact(account)
  const { now, behaviors } = account.settings
  const next = patched(contact, fields, nulls, now(), behaviors.updatedAt)
  const saved = record(account, known, next, origin)
  account.trackers.set(trackerId, saved.id)
  return saved.id
}

function purchased(account: Account, tracked: TrackedPurchase, origin: WebOrMobile): string {
  const { trackerId, ...told } = tracked
  const purchase = withoutExternalId(account, told, 'contactExternalId')
  const body = bodyOf(purchaseCreation, purchase).body as Purchase
  if (Object.hasOwn(purchase, 'contactEmail')) {
    shapeMustFit([{ path: 'contactEmail', reason: 'is not given: the tracker tells who' }], 'body')
  }
  cartMustBeGiven(account, body)
  return writePurchase(account, body, {
    contact: () => () => visitor(account, trackerId, origin),
    triggers: true,
    origin,
  }).id
}

function happened(account: Account, event: TrackedEvent, origin: WebOrMobile): string {
  const { trackerId, alias, fields = {} } = event
  const type = account.eventTypes.by.alias.get(alias)
  if (type === undefined) throw problems.eventTypeUnknown()
  const told = withoutExternalId(account, fields)
  eventFieldsMustBeKnown(type, told)

  return recordEvent(account, type, visitor(account, trackerId, origin), told, origin)
}

/** The contact of a tracker, an anonymous one where it is new. */
function visitor(account: Account, trackerId: string, origin: WebOrMobile): ContactRow {
  const known = contactOf(account, trackerId)
  if (known) return known
  const contact = record(account, undefined, blankContact(account), origin)
  account.trackers.set(trackerId, contact.id)
  return contact
}

/** A contact that has an identifier of its own does not take another person's email. */
function reusable(tracked: ContactRow | undefined, email: string | undefined) {
  return tracked && (email === undefined || isAnonymous(tracked)) ? tracked : undefined
}

function mergedInto(
  account: Account,
  owner: ContactRow,
  tracked: ContactRow | undefined,
  origin: WebOrMobile,
) {
  return tracked && tracked.id !== owner.id ? merged(account, tracked, owner, origin) : owner
}

function contactOf(account: Account, trackerId: string) {
  const id = account.trackers.contactOf(trackerId)
  return id === undefined ? undefined : account.contacts.get(id)
}

function refusable<T>(work: () => T): T {
  return unlessRefused(work, (problem) => {
    const words = problem.rule ? `the rule ${problem.rule} refuses it` : 'refused'
    throw new Error(`${words}: ${problem}`)
  })
}
