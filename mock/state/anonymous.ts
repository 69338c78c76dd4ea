const lifetime = 90 * 86_400_000

/** The anonymous contacts of an account, in the order in which their 90 days end. */
export class Anonymous {
  /** Moment of the last activity, by contact. Every activity moves its contact to the end. */
  readonly #active: Map<string, number>

  constructor(from?: Iterable<readonly [string, number]>) {
    this.#active = new Map(from)
  }

  /** Starts the 90 days of a contact anew. */
  touch(contactId: string, now: number): void {
    this.#active.delete(contactId)
    this.#active.set(contactId, now)
  }

  /** The contact is not anonymous any more, or is gone. */
  remove(contactId: string): void {
    this.#active.delete(contactId)
  }

  /** Whether a contact is in the list. */
  has(contactId: string): boolean {
    return this.#active.has(contactId)
  }

  /** The contact whose time is up first, with that moment, if it lies before `now`. */
  due(now: number): { contactId: string; at: number } | undefined {
    for (const [contactId, active] of this.#active) {
      const at = active + lifetime
      return at <= now ? { contactId, at } : undefined
    }
    return undefined
  }

  /** Contacts with the moment of their last activity, the longest inactive first. */
  entries(): IterableIterator<[string, number]> {
    return this.#active.entries()
  }
}
