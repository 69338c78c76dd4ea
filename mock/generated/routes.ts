// Made from openapi.yaml by `npm run generate`. Do not edit.
import type { Route } from '../router.ts'
import * as fits from './validators.ts'

/** Keys of operations, such as `PATCH /contacts/email/{email}`. */
export type OperationKey =
  | "GET /contacts/email/{email}"
  | "PATCH /contacts/email/{email}"
  | "DELETE /contacts/email/{email}"
  | "GET /contacts/external-id/{externalId}"
  | "PATCH /contacts/external-id/{externalId}"
  | "DELETE /contacts/external-id/{externalId}"
  | "GET /contacts/{email}"
  | "PATCH /contacts/{email}"
  | "POST /purchases/"
  | "GET /purchases/{id}"
  | "DELETE /purchases/{id}"
  | "GET /purchases/purchase-id/{id}"
  | "DELETE /purchases/purchase-id/{id}"
  | "GET /products/product-id/{id}"
  | "PATCH /products/product-id/{id}"
  | "DELETE /products/product-id/{id}"
  | "GET /products/{id}"
  | "DELETE /products/{id}"
  | "GET /contact-fields/"
  | "POST /contact-fields/"
  | "GET /contact-fields/{id}"
  | "DELETE /contact-fields/{id}"
  | "POST /custom-events/alias/{alias}"
  | "POST /custom-events/id/{id}"
  | "GET /custom-event-types/"
  | "POST /custom-event-types/"
  | "GET /custom-event-types/{id}"
  | "DELETE /custom-event-types/{id}"

/** Scopes that a key can have. */
export type Scope =
  | "contacts:read"
  | "contacts:write"
  | "contacts:delete"
  | "purchases:write"
  | "purchases:read"
  | "purchases:delete"
  | "products:read"
  | "products:write"
  | "products:delete"
  | "contact-fields:read"
  | "contact-fields:write"
  | "contact-fields:delete"
  | "custom-events:write"
  | "custom-event-types:read"
  | "custom-event-types:write"
  | "custom-event-types:delete"

/** Every operation of the contract, with its compiled validators. */
export const routes: readonly Route[] = [
  {
    key: "GET /contacts/email/{email}",
    id: "getContactByEmail",
    method: "GET",
    path: "/contacts/email/{email}",
    scope: "contacts:read",
    rules: ["email-valid"],
    errorCodes: [],
    pathFits: fits.getContactByEmailPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "PATCH /contacts/email/{email}",
    id: "upsertContactByEmail",
    method: "PATCH",
    path: "/contacts/email/{email}",
    scope: "contacts:write",
    rules: ["external-id-unique","external-id-length","external-id-single","external-id-identifies","external-id-no-merge","email-valid","patch-creates","patch-partial","patch-null","field-known"],
    errorCodes: [],
    pathFits: fits.upsertContactByEmailPath,
    queryFits: undefined,
    bodyFits: fits.upsertContactByEmailBody,
    patchOf: ["_externalId","_name","_surname","_birthdate","_mobilePhone","_mobilePhoneStatus","_emailStatus","_newsletterSubscriptionStatus","_smsSubscriptionStatus","_points"],
  },
  {
    key: "DELETE /contacts/email/{email}",
    id: "deleteContactByEmail",
    method: "DELETE",
    path: "/contacts/email/{email}",
    scope: "contacts:delete",
    rules: ["email-valid","delete-final","delete-unknown"],
    errorCodes: [],
    pathFits: fits.deleteContactByEmailPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "GET /contacts/external-id/{externalId}",
    id: "getContactByExternalId",
    method: "GET",
    path: "/contacts/external-id/{externalId}",
    scope: "contacts:read",
    rules: ["external-id-length"],
    errorCodes: [],
    pathFits: fits.getContactByExternalIdPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "PATCH /contacts/external-id/{externalId}",
    id: "upsertContactByExternalId",
    method: "PATCH",
    path: "/contacts/external-id/{externalId}",
    scope: "contacts:write",
    rules: ["external-id-length","external-id-single","external-id-identifies","external-id-no-merge","email-unique","email-valid","patch-creates","patch-partial","patch-null","field-known"],
    errorCodes: [],
    pathFits: fits.upsertContactByExternalIdPath,
    queryFits: undefined,
    bodyFits: fits.upsertContactByExternalIdBody,
    patchOf: ["_email","_name","_surname","_birthdate","_mobilePhone","_mobilePhoneStatus","_emailStatus","_newsletterSubscriptionStatus","_smsSubscriptionStatus","_points"],
  },
  {
    key: "DELETE /contacts/external-id/{externalId}",
    id: "deleteContactByExternalId",
    method: "DELETE",
    path: "/contacts/external-id/{externalId}",
    scope: "contacts:delete",
    rules: ["external-id-length","delete-final","delete-unknown"],
    errorCodes: [],
    pathFits: fits.deleteContactByExternalIdPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "GET /contacts/{email}",
    id: "getContact",
    method: "GET",
    path: "/contacts/{email}",
    scope: "contacts:read",
    rules: ["email-valid","legacy-path"],
    errorCodes: [],
    pathFits: fits.getContactPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "PATCH /contacts/{email}",
    id: "upsertContact",
    method: "PATCH",
    path: "/contacts/{email}",
    scope: "contacts:write",
    rules: ["email-valid","patch-creates","patch-partial","patch-null","field-known","legacy-path"],
    errorCodes: [],
    pathFits: fits.upsertContactPath,
    queryFits: undefined,
    bodyFits: fits.upsertContactBody,
    patchOf: ["_name","_surname","_birthdate","_mobilePhone","_mobilePhoneStatus","_emailStatus","_newsletterSubscriptionStatus","_smsSubscriptionStatus","_points"],
  },
  {
    key: "POST /purchases/",
    id: "createPurchase",
    method: "POST",
    path: "/purchases/",
    scope: "purchases:write",
    rules: ["external-id-length","email-valid","purchase-cart-given","purchase-contact-given","purchase-contact-exists","purchase-products-exist","purchase-domains-allowed","purchase-id-unique","purchase-aggregates","purchase-event"],
    errorCodes: ["E0101","E0102","E0103"],
    pathFits: undefined,
    queryFits: fits.createPurchaseQuery,
    bodyFits: fits.createPurchaseBody,
    patchOf: undefined,
  },
  {
    key: "GET /purchases/{id}",
    id: "getPurchase",
    method: "GET",
    path: "/purchases/{id}",
    scope: "purchases:read",
    rules: [],
    errorCodes: [],
    pathFits: fits.getPurchasePath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "DELETE /purchases/{id}",
    id: "deletePurchase",
    method: "DELETE",
    path: "/purchases/{id}",
    scope: "purchases:delete",
    rules: ["purchase-aggregates","purchase-delete"],
    errorCodes: [],
    pathFits: fits.deletePurchasePath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "GET /purchases/purchase-id/{id}",
    id: "getPurchaseByPurchaseId",
    method: "GET",
    path: "/purchases/purchase-id/{id}",
    scope: "purchases:read",
    rules: [],
    errorCodes: [],
    pathFits: fits.getPurchaseByPurchaseIdPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "DELETE /purchases/purchase-id/{id}",
    id: "deletePurchaseByPurchaseId",
    method: "DELETE",
    path: "/purchases/purchase-id/{id}",
    scope: "purchases:delete",
    rules: ["purchase-aggregates","purchase-delete"],
    errorCodes: [],
    pathFits: fits.deletePurchaseByPurchaseIdPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "GET /products/product-id/{id}",
    id: "getProductByProductId",
    method: "GET",
    path: "/products/product-id/{id}",
    scope: "products:read",
    rules: [],
    errorCodes: [],
    pathFits: fits.getProductByProductIdPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "PATCH /products/product-id/{id}",
    id: "upsertProduct",
    method: "PATCH",
    path: "/products/product-id/{id}",
    scope: "products:write",
    rules: ["product-upsert"],
    errorCodes: ["E0201"],
    pathFits: fits.upsertProductPath,
    queryFits: undefined,
    bodyFits: fits.upsertProductBody,
    patchOf: undefined,
  },
  {
    key: "DELETE /products/product-id/{id}",
    id: "deleteProductByProductId",
    method: "DELETE",
    path: "/products/product-id/{id}",
    scope: "products:delete",
    rules: [],
    errorCodes: [],
    pathFits: fits.deleteProductByProductIdPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "GET /products/{id}",
    id: "getProduct",
    method: "GET",
    path: "/products/{id}",
    scope: "products:read",
    rules: [],
    errorCodes: [],
    pathFits: fits.getProductPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "DELETE /products/{id}",
    id: "deleteProduct",
    method: "DELETE",
    path: "/products/{id}",
    scope: "products:delete",
    rules: [],
    errorCodes: [],
    pathFits: fits.deleteProductPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "GET /contact-fields/",
    id: "listContactFields",
    method: "GET",
    path: "/contact-fields/",
    scope: "contact-fields:read",
    rules: [],
    errorCodes: [],
    pathFits: undefined,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "POST /contact-fields/",
    id: "createContactField",
    method: "POST",
    path: "/contact-fields/",
    scope: "contact-fields:write",
    rules: ["contact-field-valid","contact-field-unique"],
    errorCodes: [],
    pathFits: undefined,
    queryFits: undefined,
    bodyFits: fits.createContactFieldBody,
    patchOf: undefined,
  },
  {
    key: "GET /contact-fields/{id}",
    id: "getContactField",
    method: "GET",
    path: "/contact-fields/{id}",
    scope: "contact-fields:read",
    rules: [],
    errorCodes: [],
    pathFits: fits.getContactFieldPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "DELETE /contact-fields/{id}",
    id: "deleteContactField",
    method: "DELETE",
    path: "/contact-fields/{id}",
    scope: "contact-fields:delete",
    rules: [],
    errorCodes: [],
    pathFits: fits.deleteContactFieldPath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "POST /custom-events/alias/{alias}",
    id: "createCustomEventByAlias",
    method: "POST",
    path: "/custom-events/alias/{alias}",
    scope: "custom-events:write",
    rules: ["external-id-not-tracked","event-contact-exists","event-key-email","event-field-known"],
    errorCodes: ["E0501"],
    pathFits: fits.createCustomEventByAliasPath,
    queryFits: fits.createCustomEventByAliasQuery,
    bodyFits: fits.createCustomEventByAliasBody,
    patchOf: undefined,
  },
  {
    key: "POST /custom-events/id/{id}",
    id: "createCustomEventById",
    method: "POST",
    path: "/custom-events/id/{id}",
    scope: "custom-events:write",
    rules: ["external-id-not-tracked","event-contact-exists","event-key-email","event-field-known"],
    errorCodes: ["E0501"],
    pathFits: fits.createCustomEventByIdPath,
    queryFits: fits.createCustomEventByIdQuery,
    bodyFits: fits.createCustomEventByIdBody,
    patchOf: undefined,
  },
  {
    key: "GET /custom-event-types/",
    id: "listCustomEventTypes",
    method: "GET",
    path: "/custom-event-types/",
    scope: "custom-event-types:read",
    rules: [],
    errorCodes: [],
    pathFits: undefined,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "POST /custom-event-types/",
    id: "createCustomEventType",
    method: "POST",
    path: "/custom-event-types/",
    scope: "custom-event-types:write",
    rules: ["event-type-valid"],
    errorCodes: [],
    pathFits: undefined,
    queryFits: undefined,
    bodyFits: fits.createCustomEventTypeBody,
    patchOf: undefined,
  },
  {
    key: "GET /custom-event-types/{id}",
    id: "getCustomEventType",
    method: "GET",
    path: "/custom-event-types/{id}",
    scope: "custom-event-types:read",
    rules: [],
    errorCodes: [],
    pathFits: fits.getCustomEventTypePath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
  {
    key: "DELETE /custom-event-types/{id}",
    id: "deleteCustomEventType",
    method: "DELETE",
    path: "/custom-event-types/{id}",
    scope: "custom-event-types:delete",
    rules: [],
    errorCodes: [],
    pathFits: fits.deleteCustomEventTypePath,
    queryFits: undefined,
    bodyFits: undefined,
    patchOf: undefined,
  },
]

/** The rule that answers for values which do not fit a schema, by the schema's name. */
export const ruleOfSchema: Readonly<Record<string, string>> = {
  "Email": "email-valid",
  "ExternalId": "external-id-length"
}

/** What to tell people whose value does not match a schema's pattern, by the schema's name. */
export const reasonOfSchema: Readonly<Record<string, string>> = {
  "ExternalId": "must not be blank, `.` or `..`, and must not have control characters",
  "ConnectifId": "must be 24 hexadecimal characters",
  "PurchaseId": "must not be blank",
  "ProductId": "must not be blank",
  "CartId": "must not be blank",
  "DateTime": "must not have a leap second, nor a time zone without minutes",
  "MobilePhone": "must be a phone number in international format, 4 to 20 digits without spaces",
  "FieldId": "must be a letter, then letters, digits, `-`, `_` or brackets, and not `id`",
  "CountryCode": "must be a dialling code in digits, such as 34",
  "CustomEventTypeAlias": "must have only letters, digits, `-` and `_`, at least one"
}
