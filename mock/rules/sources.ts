const help = 'https://support.connectif.ai/hc/en-us/articles/'
const reference = 'https://api-docs.connectif.cloud/connectif-api/'

/** The vendor's pages that rules rest on. */
export const sources = {
  externalId: `${help}22355022141980-External-ID`,
  anonymous: `${help}360014654740`,
  deleteContacts: `${help}360015716280`,
  deletePurchases: `${help}10713242008988`,
  apiLimits: `${help}6085352612508`,
  importTool: `${help}360014217640`,
  merging: `${help}6042260554012`,
  createContactField: `${reference}reference/contact-fields/create-contact-field`,
  createCustomEvent: `${reference}reference/custom-events/create-custom-event-by-alias`,
  createCustomEventType: `${reference}reference/custom-event-types/create-custom-event-type`,
  authentication: `${reference}guides/authentication`,
  errorCodes: `${reference}guides/custom-error-codes`,
  patchContact: `${reference}reference/contacts/patch-contact`,
  patchContactByEmail: `${reference}reference/contacts/patch-contact-by-email`,
  contactPatch: `${reference}resources/contactpatch`,
  contact: `${reference}resources/contact`,
  postPurchase: `${reference}reference/purchases/post-purchase`,
  patchProduct: `${reference}reference/products/patchsert-product`,
  createImport: `${reference}reference/imports/create-import`,
  createExport: `${reference}reference/exports/create-data-explorer-export`,
  export: `${reference}resources/export`,
  import: `${reference}resources/import`,
  imports: `${help}360020966799`,
  exportVersions: `${help}23243787114524`,
  postExport: `${reference}reference/exports/create-export`,
  undocumented: 'undocumented',
} as const
