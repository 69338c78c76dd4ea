/** Rules of the design, in its order: contacts, purchases and products, the gate. */
export const designed = [
  ...['external-id-unique', 'external-id-length', 'external-id-single', 'external-id-identifies'],
  ...['external-id-no-merge', 'external-id-not-tracked', 'email-unique', 'email-valid'],
  ...['patch-creates', 'patch-partial', 'patch-null', 'field-known', 'legacy-path'],
  ...['delete-final', 'delete-unknown', 'anonymous-purge'],

  ...['purchase-contact-given', 'purchase-contact-exists', 'purchase-products-exist'],
  ...['purchase-domains-allowed', 'purchase-id-unique', 'purchase-aggregates'],
  ...['purchase-delete', 'purchase-event', 'product-upsert'],

  ...['key', 'scope', 'rate-limit', 'content-type', 'body-size', 'body-shape'],
]

/** Rules beside those of the design, each with the one that it stands behind. */
export const further = [
  ['tracking-merge', 'external-id-not-tracked'],
  ['contact-field-valid', 'field-known'],
  ['contact-field-unique', 'contact-field-valid'],
  ['purchase-cart-given', 'anonymous-purge'],
  ['event-type-valid', 'product-upsert'],
  ['event-key-email', 'event-type-valid'],
  ['event-field-known', 'event-key-email'],
  ['event-contact-exists', 'event-field-known'],
  ['import-options', 'event-contact-exists'],
  ['import-file', 'import-options'],
  ['import-queue', 'import-file'],
  ['import-identifier', 'import-queue'],
  ['import-values', 'import-identifier'],
  ['import-override', 'import-values'],
  ['import-cancel', 'import-override'],
  ['export-range', 'import-cancel'],
  ['export-filters', 'export-range'],
  ['export-queue', 'export-filters'],
  ['file-link', 'export-queue'],
  ['path-encoding', 'body-shape'],
] as const

/** Every operation can refuse by these. */
export const ofTheGate = [
  ...['key', 'scope', 'rate-limit', 'content-type', 'body-size', 'body-shape', 'path-encoding'],
]

/** These are about what happens without a call. */
export const ofNoOperation = ['anonymous-purge', 'tracking-merge']

/**
 * These shape an effect, refuse records of a file only, or need a call that has another key, size
 * or moment.
 */
export const neverRefusing = [
  ...['external-id-identifies', 'external-id-no-merge', 'tracking-merge', 'patch-creates'],
  ...['patch-partial', 'delete-final', 'anonymous-purge', 'purchase-aggregates'],
  ...['purchase-delete', 'purchase-event'],
  ...['import-identifier', 'import-values', 'import-override', 'import-cancel', 'file-link'],
  ...['key', 'scope', 'rate-limit', 'body-size'],
]
