/**
 * What the vendor leaves open, as named choices. The defaults are the ones that a client can
 * least lean on by accident.
 */
export interface Behaviors {
  /**
   * Status of a PATCH that created the contact or product. Clients should accept any 2xx.
   *
   * @default 200
   */
  readonly createdByPatch: 200 | 201
  /**
   * What `null` does in the patch of a contact: it is refused, or it clears the field.
   *
   * @default 'refuse'
   */
  readonly nullInPatch: 'refuse' | 'clear'
  /**
   * Whether an identifier that is already set may be replaced by another.
   *
   * @default 'allow'
   */
  readonly replaceIdentifier: 'allow' | 'refuse'
  /**
   * Status of deleting a contact that does not exist.
   *
   * @default 204
   */
  readonly deleteUnknownContact: 204 | 404
  /**
   * What creating a purchase does whose `purchaseId` exists: it is refused with 422, or answered
   * with 201 and the existing purchase, unchanged.
   *
   * @default 'refuse'
   */
  readonly repeatedPurchaseId: 'refuse' | 'existing'
}

/** The strict choices where none is given. */
export function behaviorsFrom(choices: Partial<Behaviors> = {}): Behaviors {
  const given = Object.entries(choices).filter(([, choice]) => choice !== undefined)
  return { ...defaultBehaviors, ...Object.fromEntries(given) }
}

/** The strict choices. */
export const defaultBehaviors: Behaviors = {
  createdByPatch: 200,
  nullInPatch: 'refuse',
  replaceIdentifier: 'allow',
  deleteUnknownContact: 204,
  repeatedPurchaseId: 'refuse',
}
