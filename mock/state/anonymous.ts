const lifetime = 90 * 86_400_000

/** A contact whose 90 days are over, and when they were. */
export interface Due {
  readonly contactId: string
  readonly at: number
}

const none: readonly Due[] = []

/** The anonymous contacts of an account, in the order in which their 90 days end. */
export class Anonymous {
  /** Moment of the last activity, by contact; in order, unless the clock was set back. */
  #active: Map<string, number>
  #inOrder = true
  #latest = Number.NEGATIVE_INFINITY
  /** No contact was active before this moment. */
  #earliest = Number.POSITIVE_INFINITY

  constructor(from: Iterable<readonly [string, number]> = []) {
    this.#active = new Map()
    for (const [contactId, at] of from) this.touch(contactId, at)
  }

  /** Starts the 90 days of a contact anew. */
  touch(contactId: string, now: number): void {
    this.#active.delete(contactId)
    this.#active.set(contactId, now)
    if (now < this.#latest) this.#inOrder = false
    else this.#latest = now
    if (now < this.#earliest) this.#earliest = now
  }

  /** The contact is not anonymous any more, or is gone. */
  remove(contactId: string): void {
    if (this.#active.size > 0) this.#active.delete(contactId)
  }

  /** Whether a contact is in the list. */
  has(contactId: string): boolean {
    return this.#active.has(contactId)
  }

  /** The contacts whose time is up, each with the moment at which it was; the first one first. */
  due(now: number): readonly Due[] {
    if (now < this.#earliest + lifetime) return none
    this.#sort()
    const due: Due[] = []
    this.#earliest = Number.POSITIVE_INFINITY
    for (const [contactId, active] of this.#active) {
      const at = active + lifetime
      if (at <= now) due.push({ contactId, at })
      else {
        this.#earliest = active
        break
      }
    }
    return due
  }

  /** The moment at which the first of them goes; undefined where there is none. */
  nextDue(): number | undefined {
    this.#sort()
    const [first] = this.#active.values()
    return first === undefined ? undefined : first + lifetime
  }

  /** Contacts with the moment of their last activity, the longest inactive first. */
  entries(): MapIterator<[string, number]> {
    this.#sort()
    return this.#active.entries()
  }

  #sort() {
    if (!this.#inOrder) this.#active = new Map([...this.#active].sort(([, a], [, b]) => a - b))
    this.#inOrder = true
  }
}
