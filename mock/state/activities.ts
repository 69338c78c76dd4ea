/** Where a change came from. */
export type Origin = 'api' | 'import' | 'web' | 'mobile' | 'app' | 'system'

/** Something that happened in the life of a contact. */
export interface Activity {
  readonly type:
    | 'contact-created'
    | 'contact-updated'
    | 'contact-merged'
    | 'contact-deleted'
    | 'contact-purged'
    | 'page-view'
    | 'purchase'
    | 'custom-event'
  /** Milliseconds since 1970. */
  readonly at: number
  readonly contactId: string
  readonly origin: Origin
  /** Id of the purchase, of the merged contact, of the event type; by `type`. */
  readonly subject?: string
  /** What the event brought: the fields of a custom event, the URL of a page view. */
  readonly data?: unknown
}

/** How many activities an account keeps; the oldest go first. */
const capacity = 1_000_000

/** The activity log of an account, oldest first. */
export class Activities {
  #log: Activity[]
  /** Ids of contacts and purchases that are gone. Ids are never given twice. */
  readonly #forgotten: Set<string>

  constructor(from?: Activities) {
    this.#log = from === undefined ? [] : [...from.#log]
    this.#forgotten = new Set(from === undefined ? [] : from.#forgotten)
  }

  /** Adds to the log. */
  record(activity: Activity): void {
    this.#log.push(activity)
    if (this.#log.length > capacity * 1.25) this.#log = this.#log.slice(-capacity)
  }

  /** All that happened, but for what was forgotten. */
  all(): Activity[] {
    return this.#log.filter((activity) => !this.#isForgotten(activity))
  }

  /** What happened to a contact. */
  of(contactId: string): Activity[] {
    return this.all().filter((activity) => activity.contactId === contactId)
  }

  /** Drops what happened to a contact, or by a purchase; that the contact went stays known. */
  forget(id: string): void {
    this.#forgotten.add(id)
  }

  /** Writes the log of a contact on to another one's. */
  move(from: string, to: string): void {
    this.#log = this.#log.map((one) => (one.contactId === from ? { ...one, contactId: to } : one))
  }

  #isForgotten({ type, contactId, subject }: Activity) {
    if (type === 'contact-deleted' || type === 'contact-purged') return false
    return this.#forgotten.has(contactId) || (subject !== undefined && this.#forgotten.has(subject))
  }
}
