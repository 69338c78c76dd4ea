import { purgeDue } from './anonymity.ts'
import {
  contactFieldMustBeNew,
  contactFieldMustBeValid,
  fieldsMustBeKnown,
} from './contact-fields.ts'
import {
  emailMustBeFree,
  emailMustBeValid,
  forget,
  legacyPathMustBeOn,
  nullMustBeAllowed,
  patched,
  patchStatus,
  unknownContactMayBeDeleted,
} from './contacts.ts'
import {
  eventContactMustExist,
  eventFieldsMustBeKnown,
  eventKeyMustBeEmail,
  eventTypeMustBeValid,
} from './custom-events.ts'
import { exportsMustNotPileUp, filtersMustBeKnown, rangeMustFit } from './exports.ts'
import {
  contactAt,
  externalIdMustBeFree,
  externalIdMustFit,
  identifierMustBeReplaceable,
  isAnonymous,
} from './external-id.ts'
import { linkMustLive } from './files.ts'
import {
  bodyMustBeSmall,
  keyMustOpenAnAccount,
  pathMustDecode,
  scopeMustBeGranted,
  shapeMustFit,
  typeMustBeJson,
} from './gate.ts'
import { fileMustBeReadable } from './import-file.ts'
import { contactMustBeNamed, existingMustBeOverridable } from './import-records.ts'
import { valuesMustBeReadable } from './import-values.ts'
import { cancelled, importOptionsMustAgree, importsMustNotPileUp } from './imports.ts'
import { productDomainMustBeAllowed } from './products.ts'
import { counted, recordPurchase, withdraw } from './purchase-effects.ts'
import {
  cartMustBeGiven,
  contactMustBeGiven,
  contactMustExist,
  productDomainsMustBeAllowed,
  productsMustExist,
  purchaseIdMustBeFree,
} from './purchases.ts'
import { quotaMustLast } from './rate-limit.ts'
import type { RuleFacts } from './rule.ts'
import { merged, withoutExternalId } from './tracking.ts'

const ofContacts = [
  externalIdMustBeFree,
  externalIdMustFit,
  identifierMustBeReplaceable,
  isAnonymous,
  contactAt,
  withoutExternalId,
  merged,
  emailMustBeFree,
  emailMustBeValid,
  patchStatus,
  patched,
  nullMustBeAllowed,
  fieldsMustBeKnown,
  contactFieldMustBeValid,
  contactFieldMustBeNew,
  legacyPathMustBeOn,
  forget,
  unknownContactMayBeDeleted,
  purgeDue,
]

const ofPurchases = [
  cartMustBeGiven,
  contactMustBeGiven,
  contactMustExist,
  productsMustExist,
  productDomainsMustBeAllowed,
  purchaseIdMustBeFree,
  counted,
  withdraw,
  recordPurchase,
  productDomainMustBeAllowed,
]

const ofCustomEvents = [
  eventTypeMustBeValid,
  eventKeyMustBeEmail,
  eventFieldsMustBeKnown,
  eventContactMustExist,
]

const ofFiles = [
  importOptionsMustAgree,
  fileMustBeReadable,
  importsMustNotPileUp,
  contactMustBeNamed,
  valuesMustBeReadable,
  existingMustBeOverridable,
  cancelled,
  rangeMustFit,
  filtersMustBeKnown,
  exportsMustNotPileUp,
  linkMustLive,
]

const ofTheGate = [
  keyMustOpenAnAccount,
  scopeMustBeGranted,
  quotaMustLast,
  typeMustBeJson,
  bodyMustBeSmall,
  shapeMustFit,
  pathMustDecode,
]

/** What is known of every rule, once for each id. */
export const rules: readonly RuleFacts[] = [
  ...ofContacts,
  ...ofPurchases,
  ...ofCustomEvents,
  ...ofFiles,
  ...ofTheGate,
].map(({ id, grade, source, says }) => ({ id, grade, source, says }))
