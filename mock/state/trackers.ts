/** The browsers and devices that an account knows, each with the contact it belongs to. */
export class Trackers {
  readonly #contacts = new Map<string, string>()
  readonly #ofContact = new Map<string, Set<string>>()

  constructor(from: Iterable<readonly [string, string]> = []) {
    for (const [tracker, contactId] of from) this.set(tracker, contactId)
  }

  /** Id of the contact of a tracker; undefined where it is new. */
  contactOf(tracker: string): string | undefined {
    return this.#contacts.get(tracker)
  }

  /** A tracker belongs to a contact from now on. */
  set(tracker: string, contactId: string): void {
    const before = this.#contacts.get(tracker)
    if (before !== undefined) this.#ofContact.get(before)?.delete(tracker)
    this.#contacts.set(tracker, contactId)
    const others = this.#ofContact.get(contactId)
    if (others) others.add(tracker)
    else this.#ofContact.set(contactId, new Set([tracker]))
  }

  /** The trackers of a contact belong to another one from now on. */
  move(from: string, to: string): void {
    for (const tracker of this.#ofContact.get(from) ?? []) this.set(tracker, to)
    this.#ofContact.delete(from)
  }

  /** The contact is gone: its trackers are new again. */
  forget(contactId: string): void {
    for (const tracker of this.#ofContact.get(contactId) ?? []) this.#contacts.delete(tracker)
    this.#ofContact.delete(contactId)
  }

  /** Trackers, each with the id of its contact. */
  entries(): MapIterator<[string, string]> {
    return this.#contacts.entries()
  }
}
