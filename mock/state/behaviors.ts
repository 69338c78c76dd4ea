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

/**
 * The strict choices where none is given.
 *
 * @throws {Error} when a switch or a choice is none
 */
export function behaviorsFrom(choices: Partial<Behaviors> = {}): Behaviors {
  const given = Object.entries(choices).filter(([, choice]) => choice !== undefined)
  for (const [name, choice] of given) {
    const possible = (Object.hasOwn(all, name) ? all[name as keyof Behaviors] : []) as unknown[]
    if (!possible.includes(choice)) {
      throw new Error(`behaviors has no ${name}: ${JSON.stringify(choice)}`)
    }
  }
  return { ...defaultBehaviors, ...Object.fromEntries(given) }
}

/** Every choice, the strict one first. */
const all: {
  readonly [Name in keyof Behaviors]: readonly [Behaviors[Name], ...Behaviors[Name][]]
} = {
  createdByPatch: [200, 201],
  nullInPatch: ['refuse', 'clear'],
  replaceIdentifier: ['allow', 'refuse'],
  deleteUnknownContact: [204, 404],
  repeatedPurchaseId: ['refuse', 'existing'],
}

/** The strict choices. */
export const defaultBehaviors: Behaviors = {
  createdByPatch: all.createdByPatch[0],
  nullInPatch: all.nullInPatch[0],
  replaceIdentifier: all.replaceIdentifier[0],
  deleteUnknownContact: all.deleteUnknownContact[0],
  repeatedPurchaseId: all.repeatedPurchaseId[0],
}
