import {
  boolean,
  checkbox,
  date,
  decimal,
  defineContactFields,
  email,
  integer,
  phone,
  radio,
  text,
} from '../../sdk/index.ts'

/** A field of each of the nine types, with its limits. */
export const ofAllTypes = defineContactFields({
  motto: text({ maxLength: 5 }),
  workEmail: email(),
  workPhone: phone({ defaultCountryCode: '34' }),
  memberSince: date({ min: '2020-01-01', max: '2025-12-31' }),
  shoeSize: integer({ min: 15, max: 55 }),
  balance: decimal({ min: -0.5, max: 0.5 }),
  vip: boolean(),
  tier: radio('gold', 'silver'),
  interests: checkbox('garden', 'kitchen'),
})
