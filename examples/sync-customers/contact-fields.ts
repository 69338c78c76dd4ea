import { defineContactFields, radio } from 'connectif-sdk'

/** The account's own contact fields: the SDK takes its types from here, the twin its rules. */
export const contactFields = defineContactFields({
  tier: radio('bronze', 'silver', 'gold'),
})

export type ContactFields = typeof contactFields
