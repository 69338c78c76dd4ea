import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEventType } from '../../mock/builders/samples.ts'
import { aShop } from '../../mock/builders/shop.ts'
import { visitsOf } from '../../mock/builders/visits.ts'
import { createMock } from '../../mock/index.ts'
import {
  boolean,
  type ContactFields,
  checkbox,
  date,
  decimal,
  defineContactFields,
  email,
  integer,
  phone,
  radio,
  text,
} from '../../sdk/contact-fields.ts'
import { ask } from '../support/ask.ts'

const contactFields = defineContactFields({
  motto: text({ maxLength: 6 }),
  desk: email(),
  fax: phone({ defaultCountryCode: '34' }),
  since: date({ min: '2024-02-29', max: '2024-02-29' }),
  shoeSize: integer({ min: 15, max: 55 }),
  balance: decimal({ min: -1, max: 1 }),
  vip: boolean(),
  tier: radio('gold', 'silver'),
  interests: checkbox('garden', 'kitchen', 'bath'),
})

describe('aShop with custom fields', () => {
  test('fits a twin that has them', () => {
    const seed = aShop({ contacts: 2000, contactFields })

    const mock = createMock({ contactFields, seed })

    expect(mock.contacts.count).toBe(2000)
  })

  test('is the shop without them, and values that most contacts have', () => {
    const [plain, custom] = [aShop(), aShop({ contactFields })]

    expect([custom.products, custom.purchases]).toEqual([plain.products, plain.purchases])
    for (const [index, contact] of plain.contacts.entries()) {
      expect(custom.contacts[index]).toMatchObject(contact)
    }
    for (const id of Object.keys(contactFields)) {
      const share = custom.contacts.filter((contact) => id in contact).length / 200
      expect(share, id).toBeCloseTo(0.75, 0)
      const values = custom.contacts.map((contact) => contact[id])
      expect(new Set(values).size, id).toBeGreaterThan(id === 'since' ? 1 : 2)
    }
  })

  test('gives the same bytes each time, and the first contacts whatever the number', () => {
    const [one, other, large] = [10, 10, 100].map((contacts) => aShop({ contacts, contactFields }))

    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
    expect(large?.contacts.slice(0, 10)).toEqual(one?.contacts)
  })

  test('fits whatever the limits are', () => {
    const whole = fc.integer({ min: -1000, max: 1000 })
    const some = fc.double({ min: -1000, max: 1000, noNaN: true, noDefaultInfinity: true })
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((moment) => moment.toISOString().slice(0, 10))
    const limits = <T>(values: fc.Arbitrary<T>, compare: (a: T, b: T) => number) =>
      fc.tuple(values, values, fc.boolean(), fc.boolean()).map(([a, b, low, high]) => {
        const [min, max] = [a, b].toSorted(compare) as [T, T]
        return { ...(low && { min }), ...(high && { max }) }
      })

    fc.assert(
      fc.property(
        limits(whole, (a, b) => a - b),
        limits(some, (a, b) => a - b),
        limits(day, (a, b) => a.localeCompare(b)),
        fc.integer({ min: 1, max: 20 }),
        (whole, some, day, maxLength) => {
          const fields: ContactFields = {
            whole: integer(whole),
            some: decimal(some),
            day: date(day),
            words: text({ maxLength }),
          }
          const seed = aShop({ contacts: 5, products: 0, contactFields: fields })
          expect(createMock({ contactFields: fields, seed }).contacts.count).toBe(5)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('anEventType', () => {
  test('takes events as it is, and with overrides', () => {
    const mock = createMock({ seed: { eventTypes: [anEventType(), anEventType({ alias: 'b' })] } })
    const event = { email: 'ada@example.com', store: 'Bergen', minutes: 12 }

    for (const alias of ['store-visit', 'b']) {
      const path = `/custom-events/alias/${alias}?createContact=true`
      expect(ask(mock, `POST ${path}`, event).status).toBe(201)
    }
  })
})

describe('visitsOf', () => {
  test('people look at pages of the shop, and are anonymous until they are purged', () => {
    const shop = aShop({ contacts: 3 })
    const mock = createMock({ clock: '2026-01-01', seed: shop })

    for (const view of visitsOf(shop)) mock.tracking.web().pageView(view)

    const anonymous = mock.contacts.all().filter(({ _isAnonymous }) => _isAnonymous)
    expect(anonymous.length).toBeGreaterThan(10)
    expect(anonymous.length).toBeLessThanOrEqual(20)
    expect(mock.activities().filter(({ type }) => type === 'page-view')).toHaveLength(100)
    mock.clock.advance({ days: 90 })
    expect(mock.contacts.count).toBe(3)
  })

  test('the same options give the same bytes, another seed another day', () => {
    const shop = aShop()
    const [one, two, other] = [1, 1, 2].map((seed) => JSON.stringify(visitsOf(shop, { seed })))

    expect(one).toBe(two)
    expect(one).not.toBe(other)
  })

  test('nobody looks at nothing; a shop without products has its front page', () => {
    expect(visitsOf({ products: [] }, { visitors: 0 })).toEqual([])
    expect(visitsOf({ products: [] }, { visitors: 1, views: 1 })).toEqual([
      { trackerId: 'tracker-000001', url: 'https://shop.example/' },
    ])
  })
})

test('the builders are part of connectif-sdk/mock', async () => {
  const entry = await import('../../mock/index.ts')

  expect(Object.keys(entry)).toEqual(
    expect.arrayContaining([
      ...['aContact', 'aProduct', 'aPurchase', 'anEventType', 'aShop', 'visitsOf'],
      'createMock',
    ]),
  )
})
