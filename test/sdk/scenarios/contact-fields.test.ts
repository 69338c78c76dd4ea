import { describe, expect } from 'vitest'
import {
  boolean,
  checkbox,
  contactFieldList,
  date,
  decimal,
  defineContactFields,
  email,
  integer,
  NotFoundError,
  phone,
  radio,
  text,
} from '../../../sdk/index.ts'
import { onEveryCarrier } from '../../support/carriers.ts'

/** One declaration, for the client and for the twin. */
const contactFields = defineContactFields({
  motto: text({ maxLength: 5 }),
  'work-email': email(),
  workPhone: phone({ defaultCountryCode: '34' }),
  memberSince: date({ min: '2020-01-01', max: '2025-12-31' }),
  shoeSize: integer({ min: 15, max: 55 }),
  balance: decimal({ min: -0.5, max: 0.5 }),
  vip: boolean(),
  tier: radio('gold', 'silver'),
  'interests[home]': checkbox('garden', 'kitchen'),
})
const ada = { externalId: 'POS-000001' }
const whole = {
  motto: 'Ñ😀 ok',
  'work-email': 'ada@work.example',
  workPhone: '600000001',
  memberSince: '2025-12-31T00:00:00Z',
  shoeSize: 38,
  balance: 0.25,
  vip: false,
  tier: 'silver',
  'interests[home]': ['kitchen', 'garden'],
} as const

onEveryCarrier((test) => {
  describe('declared fields', () => {
    test.override('options', { contactFields })

    test('of all nine types are written, typed, and read', async ({ client, mock }) => {
      const { contacts } = client({ contactFields })

      const { tier, shoeSize } = await contacts.upsert(ada, {
        ...whole,
        'interests[home]': ['kitchen', 'garden'],
      })

      expect([tier satisfies 'gold' | 'silver' | undefined, shoeSize]).toEqual(['silver', 38])
      expect(await contacts.get(ada)).toMatchObject(whole)
      expect(mock.contacts.find(ada)).toMatchObject(whole)
    })

    test('keep their value when a patch leaves them out', async ({ client }) => {
      const { contacts } = client({ contactFields })
      await contacts.upsert(ada, { tier: 'gold', vip: true })

      const updated = await contacts.upsert(ada, { tier: 'silver' })

      expect(updated).toMatchObject({ tier: 'silver', vip: true })
    })

    test.for([
      ['motto', 'too long', 'must have at most 5 characters'],
      ['work-email', 'ada', 'must be an email address'],
      ['workPhone', '600 000', 'must be a phone number, 4 to 20 digits without spaces'],
      ['memberSince', '2026-01-01', 'must be 2025-12-31 or earlier'],
      ['shoeSize', 14, 'must be 15 or more'],
      ['balance', 0.51, 'must be 0.5 or less'],
      ['vip', 1, 'must be a boolean'],
      ['tier', 'bronze', 'must be one of gold, silver'],
      ['interests[home]', ['cellar'], 'must be one of garden, kitchen'],
      ['teir', 'gold', 'is not declared as a contact field of this account'],
    ] as const)(
      '%s refuses %j, by its path, and nothing is written',
      async (given, { connectif, mock }) => {
        const [path, value, reason] = given
        const patches = [{ [path]: value }, { ...whole, [path]: value, _name: 'Ada' }] as object[]

        for (const patch of patches) {
          await expect(connectif.contacts.upsert(ada, patch)).rejects.toMatchObject({
            name: 'UnprocessableEntityError',
            rule: 'field-known',
            violations: [{ path, reason }],
          })
        }
        expect(mock.contacts.count).toBe(0)
      },
    )

    test('that do not fit are named all at once', async ({ connectif }) => {
      const wrong = { tier: 'bronze', vip: 'yes', shoeSize: 38, teir: 'gold' } as object

      const refused = connectif.contacts.upsert(ada, wrong)

      await expect(refused).rejects.toMatchObject({
        violations: [{ path: 'tier' }, { path: 'vip' }, { path: 'teir' }],
      })
    })

    test('are listed as they were declared', async ({ connectif }) => {
      expect(await connectif.contactFields.list()).toEqual(contactFieldList(contactFields))
    })

    test('are those of tracking too', ({ mock }) => {
      const tracker = mock.tracking.web()
      const id = tracker.identify({ trackerId: 'browser', tier: 'gold' })

      expect(mock.contacts.find({ id })).toMatchObject({ tier: 'gold' })
      expect(() => tracker.identify({ trackerId: 'browser', tier: 'bronze' })).toThrow(
        'tier must be one of gold, silver',
      )
    })
  })

  describe('a field', () => {
    const tier = { id: 'tier', name: 'Tier', ...radio('gold', 'silver') }

    test('is created, read and listed; from then on contacts can have it', async ({
      connectif,
      mock,
    }) => {
      const gold = { tier: 'gold' } as object
      const tooEarly = connectif.contacts.upsert(ada, gold)
      await expect(tooEarly).rejects.toMatchObject({ violations: [{ path: 'tier' }] })

      const created = await connectif.contactFields.create(tier)
      await connectif.contacts.upsert(ada, gold)

      expect(created).toEqual(tier)
      expect(await connectif.contactFields.get('tier')).toEqual(tier)
      expect(await connectif.contactFields.list()).toEqual([tier])
      expect(mock.contacts.find(ada)).toMatchObject({ tier: 'gold' })
    })

    test('that is deleted takes its values with it, and may be deleted again', async ({
      connectif,
    }) => {
      await connectif.contactFields.create(tier)
      await connectif.contacts.upsert(ada, { tier: 'gold' } as object)

      await connectif.contactFields.delete('tier')
      await connectif.contactFields.delete('tier')

      expect(await connectif.contacts.get(ada)).not.toHaveProperty('tier')
      await expect(connectif.contactFields.get('tier')).rejects.toBeInstanceOf(NotFoundError)
      await connectif.contactFields.create({ id: 'tier', name: 'Tier', ...text() })
    })

    test('with a default value shows it until another is set', async ({ connectif }) => {
      const vip = { id: 'vip', name: 'VIP', type: 'boolean' as const, defaultValue: false }
      await connectif.contactFields.create({ ...vip, required: true })

      expect(await connectif.contacts.upsert(ada, {})).toMatchObject({ vip: false })
      expect(await connectif.contacts.upsert(ada, { vip: true } as object)).toMatchObject({
        vip: true,
      })
    })

    test.for([
      ['a taken id', { id: 'tier' }, 'contact-field-unique', 'id'],
      ['a range that is none', { minValue: 2, maxValue: 1 }, 'contact-field-valid', 'maxValue'],
      ['a limit of another type', { maxLength: 5 }, 'contact-field-valid', 'maxLength'],
      ['a default that does not fit', { defaultValue: 'x' }, 'contact-field-valid', 'defaultValue'],
      ['no default though required', { required: true }, 'contact-field-valid', 'defaultValue'],
      ['an id of the system', { id: '_size' }, 'body-shape', 'id'],
      ['the id id', { id: 'id' }, 'body-shape', 'id'],
      ['an id too long', { id: 'x'.repeat(151) }, 'body-shape', 'id'],
    ] as const)('with %s is refused', async ([, part, rule, path], { connectif }) => {
      await connectif.contactFields.create(tier)
      const size = { id: 'size', name: 'Size', type: 'integer' as const, ...part }

      const refused = connectif.contactFields.create(size as typeof size & { type: 'integer' })

      await expect(refused).rejects.toMatchObject({ status: 422, rule, violations: [{ path }] })
      expect(await connectif.contactFields.list()).toEqual([tier])
    })
  })
})
