import { fieldsMustBeKnown } from './contact-fields.ts'
import {
  emailMustBeFree,
  emailMustBeValid,
  forget,
  legacyPatchMustNotLink,
  nullMustBeAllowed,
  patched,
  patchStatus,
  unknownContactMayBeDeleted,
} from './contacts.ts'
import {
  contactAt,
  externalIdMustBeFree,
  externalIdMustFit,
  identifierMustBeReplaceable,
  isAnonymous,
} from './external-id.ts'
import {
  bodyMustBeJson,
  bodyMustBeSmall,
  keyMustBeWellFormed,
  pathMustDecode,
  typeMustBeJson,
} from './gate.ts'
import { productDomainMustBeAllowed } from './products.ts'
import {
  contactMustBeGiven,
  contactMustExist,
  counted,
  productDomainsMustBeAllowed,
  productsMustExist,
  purchaseIdMustBeFree,
  recordPurchase,
  withdraw,
} from './purchases.ts'
import type { RuleFacts } from './rule.ts'

/** What is known of every rule, once per id: contacts, purchases, products, gate. */
export const rules: readonly RuleFacts[] = [
  externalIdMustBeFree,
  externalIdMustFit,
  identifierMustBeReplaceable,
  isAnonymous,
  contactAt,
  emailMustBeFree,
  emailMustBeValid,
  patchStatus,
  patched,
  nullMustBeAllowed,
  fieldsMustBeKnown,
  legacyPatchMustNotLink,
  forget,
  unknownContactMayBeDeleted,

  contactMustBeGiven,
  contactMustExist,
  productsMustExist,
  productDomainsMustBeAllowed,
  purchaseIdMustBeFree,
  counted,
  withdraw,
  recordPurchase,
  productDomainMustBeAllowed,

  keyMustBeWellFormed,
  typeMustBeJson,
  bodyMustBeSmall,
  bodyMustBeJson,
  pathMustDecode,
]
