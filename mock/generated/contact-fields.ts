// Made from openapi.yaml by `npm run generate`. Do not edit.
import type { FieldOfContract } from '../control/fields.ts'

/** The fields that the contract gives every contact, in its order. */
export const fieldsOfContract: readonly FieldOfContract[] = [
  {
    "id": "id",
    "type": "text",
    "description": "Connectif id of the contact. No operation takes it."
  },
  {
    "id": "_email",
    "type": "email",
    "description": "Email address; left out when the contact has none. No other contact has it."
  },
  {
    "id": "_externalId",
    "type": "text",
    "maxLength": 50,
    "description": "External ID; left out when the contact has none. No other contact has it."
  },
  {
    "id": "_name",
    "type": "text",
    "description": "First name."
  },
  {
    "id": "_surname",
    "type": "text",
    "description": "Surname."
  },
  {
    "id": "_birthdate",
    "type": "date",
    "description": "Date of birth, as a date-time."
  },
  {
    "id": "_mobilePhone",
    "type": "phone",
    "description": "Mobile phone number in international format."
  },
  {
    "id": "_mobilePhoneStatus",
    "type": "radio",
    "options": [
      "active",
      "bounced",
      "paused"
    ],
    "description": "Whether messages can be sent to the mobile phone."
  },
  {
    "id": "_emailStatus",
    "type": "radio",
    "options": [
      "active",
      "bounced",
      "paused",
      "banned"
    ],
    "description": "Whether emails can be sent to the address."
  },
  {
    "id": "_newsletterSubscriptionStatus",
    "type": "radio",
    "options": [
      "subscribed",
      "unsubscribed",
      "none"
    ],
    "description": "Whether the contact subscribed to the newsletter."
  },
  {
    "id": "_smsSubscriptionStatus",
    "type": "radio",
    "options": [
      "subscribed",
      "unsubscribed",
      "none"
    ],
    "description": "Whether the contact subscribed to SMS messages."
  },
  {
    "id": "_points",
    "type": "integer",
    "description": "Score of the contact, a whole number."
  },
  {
    "id": "_isAnonymous",
    "type": "boolean",
    "description": "True while the contact has neither an email nor an External ID."
  },
  {
    "id": "_hasPushSubscriptions",
    "type": "boolean",
    "description": "Whether the contact has any web push subscription."
  },
  {
    "id": "_createdAt",
    "type": "date",
    "description": "When the contact was created."
  },
  {
    "id": "_updatedAt",
    "type": "date",
    "description": "When the contact last changed."
  },
  {
    "id": "_firstPurchaseDate",
    "type": "date",
    "description": "Date of the first purchase; left out while there is none."
  },
  {
    "id": "_lastPurchaseDate",
    "type": "date",
    "description": "Date of the latest purchase; left out while there is none."
  },
  {
    "id": "_totalPurchases",
    "type": "integer",
    "description": "Number of purchases."
  },
  {
    "id": "_totalPurchasesAmount",
    "type": "decimal",
    "description": "Sum of `totalPrice` over all purchases."
  },
  {
    "id": "_averagePurchasesAmount",
    "type": "decimal",
    "description": "`_totalPurchasesAmount` divided by `_totalPurchases`. Assumed to be 0 without purchases."
  },
  {
    "id": "_emailBouncedReason",
    "type": "text",
    "description": "Why the latest email bounced; left out when none did."
  },
  {
    "id": "_emailLastBouncedDate",
    "type": "date",
    "description": "When an email last bounced for good."
  },
  {
    "id": "_emailLastSoftBounceDate",
    "type": "date",
    "description": "When an email last bounced for a passing reason."
  },
  {
    "id": "_emailSoftBounces",
    "type": "integer",
    "description": "Number of soft bounces."
  },
  {
    "id": "_emailLastUnsubscribedDate",
    "type": "date",
    "description": "When the contact last unsubscribed."
  },
  {
    "id": "_emailLastUnsubscribedIp",
    "type": "text",
    "description": "IP address from which the contact last unsubscribed."
  },
  {
    "id": "_churnRate",
    "type": "decimal",
    "description": "Probability in percent, 0 to 100, that the contact buys no more; the complement of `_pAlive`. Null when the contact has not bought or it is not computed."
  },
  {
    "id": "_pAlive",
    "type": "decimal",
    "description": "Probability in percent that the contact buys again (the 0 to 100 scale is assumed from `_churnRate`). Null when the contact has not bought or it is not computed."
  },
  {
    "id": "_clv",
    "type": "decimal",
    "description": "Customer lifetime value, an amount of money. Null when not computed (assumed, as for `_churnRate`)."
  },
  {
    "id": "_expectedPurchases",
    "type": "decimal",
    "description": "Number of purchases expected. Null when not computed (assumed, as for `_churnRate`)."
  },
  {
    "id": "_recency",
    "type": "text",
    "description": "Recency class of the RFM model. Null when not computed (assumed)."
  },
  {
    "id": "_frequency",
    "type": "text",
    "description": "Frequency class of the RFM model. Null when not computed (assumed)."
  },
  {
    "id": "_monetary",
    "type": "text",
    "description": "Monetary class of the RFM model. Null when not computed (assumed)."
  },
  {
    "id": "_rfm",
    "type": "text",
    "description": "RFM segment. Null when not computed (assumed)."
  }
]
