/** Something that happened in the life of a contact. */
export interface Activity {
  /** What happened. */
  readonly type: 'purchase'
  /** Milliseconds since 1970. */
  readonly at: number
  /** Connectif's id of the contact. */
  readonly contactId: string
  /** Connectif's id of the purchase. */
  readonly purchaseId: string
}

/** The activity log of an account, by contact. */
export class Activities {
  readonly #byContact: Map<string, readonly Activity[]>

  constructor(from?: Activities) {
    this.#byContact = new Map(from === undefined ? [] : from.#byContact)
  }

  /** What happened to a contact, oldest first. */
  of(contactId: string): readonly Activity[] {
    return this.#byContact.get(contactId) ?? []
  }

  /** Adds to the log. */
  record(activity: Activity): void {
    this.#byContact.set(activity.contactId, [...this.of(activity.contactId), activity])
  }

  /** Drops the activities of a purchase. */
  forgetPurchase(contactId: string, purchaseId: string): void {
    const rest = this.of(contactId).filter((activity) => activity.purchaseId !== purchaseId)
    this.#byContact.set(contactId, rest)
  }

  /** Drops all that happened to a contact. */
  forgetContact(contactId: string): void {
    this.#byContact.delete(contactId)
  }
}
