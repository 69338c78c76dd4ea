/**
 * What the vendor leaves open, as named choices. The defaults are the ones that a client can
 * least lean on by accident.
 */
export interface Behaviors {
  /**
   * Status of a PATCH that created the contact or product. Clients should accept any 2xx.
   *
   * @default 200, as no page shows a 201 for it
   */
  createdByPatch: 200 | 201
  /**
   * Status of a patch whose email or External ID belongs to another contact. Nothing is written
   * whatever the status.
   *
   * @default 422, as it is the API's channel for fields that are not valid
   */
  identifierTaken: 422 | 400 | 409
  /**
   * Whether an identifier that is already set may be replaced by another.
   *
   * @default 'allow', as no page calls them fixed
   */
  replaceIdentifier: 'allow' | 'refuse'
  /**
   * What `null` does in the patch of a contact: it is refused, or it clears the field.
   *
   * @default 'refuse', so that nobody clears a field by accident
   */
  nullInPatch: 'refuse' | 'clear'
  /**
   * Status of a body whose fields do not fit.
   *
   * @default 422, as on the pages that list one
   */
  invalidFields: 422 | 400
  /**
   * Status of deleting a contact that does not exist.
   *
   * @default 204, as for purchases, whose page lists no 404
   */
  deleteUnknownContact: 204 | 404
  /**
   * What the purchases of a deleted contact show: nothing of it, or still its email and id.
   *
   * @default 'drop-contact', as both fields are optional in reads
   */
  purchasesOfDeletedContact: 'drop-contact' | 'keep-contact'
  /**
   * What a purchase does whose email and External ID name different contacts: it is refused, or
   * goes to the one of the External ID, or to the one of the email.
   *
   * @default 'refuse', as either guess could be wrong
   */
  differingContacts: 'refuse' | 'external-id' | 'email'
  /**
   * How a purchase without any contact is refused: with 422, or with 400 E0101.
   *
   * @default 422, as E0101 is about a contact that is named
   */
  missingContact: 422 | 'E0101'
  /**
   * What creating a purchase does whose `purchaseId` exists: refused with 422, or with 409;
   * answered with 201 and the existing purchase unchanged; or written in its place.
   *
   * @default 'refuse', as reading by purchase id gives one purchase
   */
  repeatedPurchaseId: 'refuse' | 'conflict' | 'existing' | 'overwrite'
  /**
   * Whether a purchase needs a `cartId`, which has no mark of being optional.
   *
   * @default 'required', as a client loses nothing by sending it
   */
  cartId: 'required' | 'optional'
  /**
   * How E0102 and E0103 name the products: by `productIds` as in the table of the page, or by
   * `productsId` as in its sample too.
   *
   * @default 'productIds', as the table is the more exact
   */
  productIdsField: 'productIds' | 'both'
  /**
   * What the body of a 401 is: nothing, or an `HttpError`.
   *
   * @default 'empty', as the pages document none
   */
  unauthorizedBody: 'empty' | 'http-error'
  /**
   * Whether the older `/contacts/{email}` answers.
   *
   * @default 'on', as its page is still there
   */
  legacyPath: 'on' | 'off'
  /**
   * How a contact shows fields that were never set: not at all, or as `null`.
   *
   * @default 'omit', as `null` is documented for computed figures only
   */
  unsetFields: 'omit' | 'null'
  /**
   * How two emails, kept as sent, compare: without regard to case and outer spaces, or exactly.
   *
   * @default 'ignore-case', as is usual for emails
   */
  emailComparison: 'ignore-case' | 'exact'
  /**
   * How two External IDs compare.
   *
   * @default 'exact', as they are somebody else's keys
   */
  externalIdComparison: 'exact' | 'ignore-case'
  /**
   * When `_updatedAt` of a contact moves: when something changed, or with every patch.
   *
   * @default 'on-change', so that repeating a call changes nothing
   */
  updatedAt: 'on-change' | 'always'
  /**
   * Whose fields stay when an anonymous contact is merged into an identified one.
   *
   * @default 'survivor', as the email decides who somebody is
   */
  mergedFields: 'survivor' | 'anonymous'
  /**
   * What an External ID does that web tracking, mobile tracking or a custom event brings: the whole
   * is refused, or the rest of it counts. It is never set.
   *
   * @default 'refuse', so that nobody believes that it was set
   */
  trackedExternalId: 'refuse' | 'ignore'
  /**
   * Which column of an import finds the contact where both are filled; the other is written.
   *
   * @default 'external-id', as a file that has External IDs comes from where they are the keys
   */
  importKey: 'external-id' | 'email'
  /**
   * Seconds after a write until reads of the contact show it.
   *
   * @default 0, as nothing is documented for contacts
   */
  readDelaySeconds: number
}

type Choices = Omit<Behaviors, 'readDelaySeconds'>

/** Every choice, the default first. */
const all: {
  readonly [Name in keyof Choices]: readonly [Choices[Name], ...Choices[Name][]]
} = {
  createdByPatch: [200, 201],
  identifierTaken: [422, 400, 409],
  replaceIdentifier: ['allow', 'refuse'],
  nullInPatch: ['refuse', 'clear'],
  invalidFields: [422, 400],
  deleteUnknownContact: [204, 404],
  purchasesOfDeletedContact: ['drop-contact', 'keep-contact'],
  differingContacts: ['refuse', 'external-id', 'email'],
  missingContact: [422, 'E0101'],
  repeatedPurchaseId: ['refuse', 'conflict', 'existing', 'overwrite'],
  cartId: ['required', 'optional'],
  productIdsField: ['productIds', 'both'],
  unauthorizedBody: ['empty', 'http-error'],
  legacyPath: ['on', 'off'],
  unsetFields: ['omit', 'null'],
  emailComparison: ['ignore-case', 'exact'],
  externalIdComparison: ['exact', 'ignore-case'],
  updatedAt: ['on-change', 'always'],
  mergedFields: ['survivor', 'anonymous'],
  trackedExternalId: ['refuse', 'ignore'],
  importKey: ['external-id', 'email'],
}

/** What every switch is set to where nothing is chosen. */
export const defaultBehaviors: Behaviors = {
  ...(Object.fromEntries(Object.entries(all).map(([name, [first]]) => [name, first])) as {
    [Name in keyof Choices]: Choices[Name]
  }),
  readDelaySeconds: 0,
}

/**
 * The choices, with the defaults where none is given.
 *
 * @throws {Error} when a switch or a choice is none
 */
export function behaviorsFrom(choices: Partial<Behaviors> = {}): Behaviors {
  const given = Object.entries(choices).filter(([, choice]) => choice !== undefined)
  for (const [name, choice] of given) {
    if (isChoice(name, choice)) continue
    throw new Error(`behaviors has no ${name}: ${JSON.stringify(choice)}`)
  }
  return { ...defaultBehaviors, ...Object.fromEntries(given) }
}

function isChoice(name: string, choice: unknown) {
  if (name === 'readDelaySeconds') return Number.isFinite(choice) && (choice as number) >= 0
  const possible: readonly unknown[] = Object.hasOwn(all, name) ? all[name as keyof Choices] : []
  return possible.includes(choice)
}
