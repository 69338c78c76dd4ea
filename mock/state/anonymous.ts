const lifetime = 90 * 86_400_000

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
    this.#active.delete(contactId)
  }

  /** Whether a contact is in the list. */
  has(contactId: string): boolean {
    return this.#active.has(contactId)
  }

  /** The contact whose time is up first, with that moment, if it is not after `now`. */
  due(now: number): { contactId: string; at: number } | undefined {
    if (now < this.#earliest + lifetime) return undefined
    this.#sort()
    for (const [contactId, active] of this.#active) {
      this.#earliest = active
      const at = active + lifetime
      return at <= now ? { contactId, at } : undefined
    }
    this.#earliest = Number.POSITIVE_INFINITY
    return undefined
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
