import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { type Behaviors, createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { radio } from '../../sdk/contact-fields.ts'
import { askFreely } from '../support/ask.ts'
import { allReads, visit } from '../support/lived-in.ts'

const { contactExternalId, ...purchase } = aPurchase()
const setUp: MockOptions = {
  clock: '2026-01-01T00:00:00Z',
  seed: { products: [aProduct()], eventTypes: [visit] },
  contactFields: { tier: radio('gold', 'silver') },
}

const email = fc.constantFrom('a@example.com', 'B@example.com', 'b@example.com')
const externalId = fc.constantFrom('1', '2')
const trackerId = fc.constantFrom('t', 'u', 'v')
const bought = fc.record({
  purchaseId: fc.constantFrom('T-1', 'T-2', 'T-3', 'T-4', 'T-5'),
  totalPrice: fc.integer({ min: 1, max: 99 }).map((cents) => cents / 100),
  purchaseDate: fc.constantFrom('2025-12-01T00:00:00Z', '2025-12-01T01:00:00+01:00'),
})
const patch = fc.record(
  { _externalId: externalId, _name: fc.string(), tier: fc.constantFrom('gold', 'silver', null) },
  { requiredKeys: [] },
)

/** Something that may happen in an account; what is refused does nothing. */
type Step = (mock: Mock) => unknown

/** A step that a failing run can be told by. */
function named(name: string, run: Step): Step {
  return Object.assign(run, { [fc.toStringMethod]: () => name })
}

function ask(line: string, body?: unknown): Step {
  return named(`${line} ${JSON.stringify(body)}`, (mock) => askFreely(mock, line, body))
}

function tracked(what: 'pageView' | 'identify' | 'purchase', told: object): Step {
  return named(`${what} ${JSON.stringify(told)}`, (mock) =>
    refusable(() => mock.tracking.web()[what](told as never)),
  )
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(email, patch).map(([one, body]) => ask(`PATCH /contacts/email/${one}`, body)),
  fc.tuple(externalId, email).map(([id, _email]) => {
    return ask(`PATCH /contacts/external-id/${id}`, { _email })
  }),
  email.map((one) => ask(`DELETE /contacts/email/${one}`)),
  fc.tuple(email, bought).map(([contactEmail, more]) => {
    return ask('POST /purchases/', { ...purchase, contactEmail, ...more })
  }),
  bought.map(({ purchaseId }) => ask(`DELETE /purchases/purchase-id/${purchaseId}`)),
  email.map((one) =>
    ask('POST /custom-events/alias/store-visit?createContact=true', { email: one }),
  ),
  fc.constantFrom(ask('DELETE /products/product-id/BOOT-0001'), ask('DELETE /contact-fields/tier')),
  trackerId.map((one) => tracked('pageView', { trackerId: one })),
  fc.record({ trackerId, email }).map((told) => tracked('identify', told)),
  fc.tuple(trackerId, bought).map(([one, more]) => {
    return tracked('purchase', { trackerId: one, ...purchase, ...more })
  }),
  fc.integer({ min: 0, max: 60 }).map((days) => {
    return named(`${days} days`, (mock) => mock.clock.advance({ days }))
  }),
)

const switches: readonly Partial<Behaviors>[] = [
  {},
  { nullInPatch: 'clear', mergedFields: 'anonymous', purchasesOfDeletedContact: 'keep-contact' },
  { repeatedPurchaseId: 'overwrite', emailComparison: 'exact', cartId: 'optional' },
  { externalIdComparison: 'ignore-case', updatedAt: 'always', unsetFields: 'null' },
]

describe.for(switches)('with the switches %j', (behaviors) => {
  test('whatever happened in a twin, its snapshot can be restored, in another twin too', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const [mock, other] = [1, 2].map(() => createMock({ ...setUp, behaviors })) as [Mock, Mock]
        for (const happens of steps) happens(mock)
        const snapshot = JSON.parse(JSON.stringify(mock.snapshot()))
        const reads = allReads(mock)

        for (const twin of [mock, other]) twin.restore(snapshot)

        expect(JSON.parse(JSON.stringify(other.snapshot()))).toEqual(snapshot)
        expect(allReads(other)).toEqual(reads)
        expect(allReads(mock)).toEqual(reads)
      }),
      { numRuns: 150 },
    )
  })
})

test('totals that were added up in another order are still those of the purchases', () => {
  const mock = createMock(setUp)
  const web = mock.tracking.web()
  web.identify({ trackerId: 'ada', email: 'a@example.com' })
  web.purchase({ trackerId: 't', ...purchase, purchaseId: 'T-1', totalPrice: 0.1 })
  web.purchase({ trackerId: 'ada', ...purchase, purchaseId: 'T-2', totalPrice: 0.3 })
  web.purchase({ trackerId: 'ada', ...purchase, purchaseId: 'T-3', totalPrice: 0.2 })
  web.identify({ trackerId: 't', email: 'a@example.com' })
  const snapshot = mock.snapshot()

  mock.restore(snapshot)

  expect(mock.snapshot()).toEqual(snapshot)
})

function refusable(work: () => unknown) {
  try {
    work()
  } catch (error) {
    expect(String(error)).toContain('refuses it')
  }
}
