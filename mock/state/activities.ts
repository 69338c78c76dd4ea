/** The ways in which changes come in. */
export const origins = ['api', 'import', 'web', 'mobile', 'app', 'system'] as const

/** The way in which a change came in; `system` is the account itself. */
export type Origin = (typeof origins)[number]

/** What can happen. */
export const kindsOfActivity = [
  'contact-created',
  'contact-updated',
  'contact-merged',
  'contact-deleted',
  'contact-purged',
  'page-view',
  'purchase',
  'custom-event',
] as const

/** Something that happened in the life of a contact. */
export interface Activity {
  /** What happened. */
  readonly type: (typeof kindsOfActivity)[number]
  /** Milliseconds since 1970. */
  readonly at: number
  /** Id of the contact. */
  readonly contactId: string
  /** How it came in. */
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
  /** Ids of contacts that were merged, with the contact that each became part of. */
  readonly #merged: Map<string, string>

  constructor(from?: Activities) {
    this.#log = from === undefined ? [] : [...from.#log]
    this.#forgotten = new Set(from === undefined ? [] : from.#forgotten)
    this.#merged = new Map(from === undefined ? [] : from.#merged)
  }

  /** How much happened, but for what was forgotten. */
  get count(): number {
    if (this.#forgotten.size === 0) return this.#log.length
    let count = 0
    for (const one of this.#log) if (!this.#isForgotten(one)) count++
    return count
  }

  /** Adds to the log. */
  record(activity: Activity): void {
    this.#log.push(activity)
    if (this.#log.length > capacity * 1.25) this.#log = this.#log.slice(-capacity)
  }

  /** Adds what an earlier log held. */
  fill(activities: readonly Activity[]): void {
    this.#log = [...this.#log, ...activities].slice(-capacity)
  }

  /** All that happened, but for what was forgotten. */
  all(): Activity[] {
    return this.#shown(this.#log)
  }

  /** What happened to a contact. */
  of(contactId: string): Activity[] {
    return this.#shown(this.#log.filter((one) => this.#ownerOf(one) === contactId))
  }

  /** The last contacts that went by the clock, the latest first. */
  purges(most: number): Activity[] {
    const found: Activity[] = []
    for (let at = this.#log.length - 1; at >= 0 && found.length < most; at--) {
      const activity = this.#log[at] as Activity
      if (activity.type === 'contact-purged') found.push(activity)
    }
    return found
  }

  /** Drops what happened to a contact, or by a purchase; that the contact went stays known. */
  forget(id: string): void {
    this.#forgotten.add(id)
  }

  /** Counts the log of a contact as another one's, for ever. */
  move(from: string, to: string): void {
    this.#merged.set(from, to)
  }

  #shown(log: readonly Activity[]): Activity[] {
    return log.filter((one) => !this.#isForgotten(one)).map((one) => this.#placed(one))
  }

  #ownerOf({ contactId }: Activity): string {
    let owner = contactId
    for (let to = this.#merged.get(owner); to; to = this.#merged.get(owner)) owner = to
    return owner
  }

  #placed(activity: Activity): Activity {
    const contactId = this.#ownerOf(activity)
    return contactId === activity.contactId ? activity : { ...activity, contactId }
  }

  #isForgotten(activity: Activity): boolean {
    const { type, subject } = activity
    if (type === 'contact-deleted' || type === 'contact-purged') return false
    return (
      this.#forgotten.has(this.#ownerOf(activity)) ||
      (subject !== undefined && this.#forgotten.has(subject))
    )
  }
}
