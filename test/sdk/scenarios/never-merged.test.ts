import { describe, expect } from 'vitest'
import type { AccountRecords } from '../../../mock/index.ts'
import type { Connectif } from '../../../sdk/index.ts'
import { onEveryCarrier } from '../../support/carriers.ts'

const email = 'ada@example.com'
const externalId = 'POS-000001'
const trackerId = 'browser-1'
const storeVisit = {
  alias: 'store-visit',
  name: 'Store visit',
  primaryKey: 'email',
  fields: [{ id: 'email', name: 'Email', type: 'email' as const }],
}

/** What happens to one person who is known by an email here, and by an External ID there. */
type Step = (given: { connectif: Connectif; mock: AccountRecords }) => unknown
const steps: Readonly<Record<string, Step>> = {
  'the till': ({ connectif }) => connectif.contacts.upsert({ externalId }, { _name: 'Till' }),
  'the shop': ({ connectif }) => connectif.contacts.upsert({ email }, { _name: 'Shop' }),
  'a visit that ends with a form': ({ mock }) => {
    const tracker = mock.tracking.web()
    tracker.pageView({ trackerId })
    tracker.identify({ trackerId, email })
  },
  'an event': ({ connectif }) =>
    connectif.customEvents.create({ alias: 'store-visit' }, { email }, { createContact: true }),
}
const orders = permutations(Object.keys(steps))

onEveryCarrier((test) => {
  test('the same person by email and by External ID stays two contacts, in any order', {
    timeout: 30_000,
  }, async ({ client, mock }) => {
    for (const [at, order] of orders.entries()) {
      const apiKey = `shop-${at}:secret`
      const connectif = client({ apiKey })
      const account = mock.account(apiKey)
      await connectif.customEventTypes.create(storeVisit)
      for (const name of order) await steps[name]?.({ connectif, mock: account })

      const known = account.contacts.all().filter((one) => !one._isAnonymous)
      const identifiers = known.map(({ _email, _externalId }) => [_email, _externalId])
      expect(identifiers, order.join(', ')).toHaveLength(2)
      expect(identifiers, order.join(', ')).toContainEqual([email, undefined])
      expect(identifiers, order.join(', ')).toContainEqual([undefined, externalId])
      expect(account.contacts.find({ externalId })?._name).toBe('Till')
      expect(account.activities().filter(({ type }) => type === 'contact-merged')).toHaveLength(
        mergesWith(order) ? 1 : 0,
      )
    }
  })

  describe('an External ID that tracking brings', () => {
    test.for(['web', 'mobile'] as const)(
      'from the %s is refused, and nothing is written',
      async (origin, { connectif, mock }) => {
        const till = await connectif.contacts.upsert({ externalId }, {})
        const tracker = mock.tracking[origin]()
        tracker.pageView({ trackerId })
        const before = mock.snapshot()

        for (const who of [{}, { email }, { _externalId: null }]) {
          const telling = () => tracker.identify({ trackerId, _externalId: externalId, ...who })
          expect(telling).toThrow('external-id-not-tracked')
        }

        expect(mock.snapshot()).toEqual(before)
        expect(await connectif.contacts.get({ externalId })).toEqual(till)
      },
    )

    test('in a custom event is refused, and nothing is written', async ({ connectif, mock }) => {
      await connectif.customEventTypes.create(storeVisit)
      await connectif.contacts.upsert({ email }, {})
      const before = mock.snapshot()
      const fields = { email, _externalId: externalId }

      const telling = connectif.customEvents.create({ alias: 'store-visit' }, fields)

      await expect(telling).rejects.toMatchObject({
        status: 422,
        rule: 'external-id-not-tracked',
        violations: [{ path: '_externalId' }],
      })
      expect(mock.snapshot()).toEqual(before)
    })
  })

  describe('where the switch lets it pass', () => {
    test.override('options', { behaviors: { trackedExternalId: 'ignore' } })

    test('an External ID is dropped, and finds nobody', async ({ connectif, mock }) => {
      const till = await connectif.contacts.upsert({ externalId }, {})
      await connectif.customEventTypes.create(storeVisit)

      mock.tracking.web().identify({ trackerId, email, _externalId: externalId })
      mock.tracking.mobile().identify({ trackerId: 'phone-1', _externalId: 'POS-2' })
      await connectif.customEvents.create(
        { alias: 'store-visit' },
        { email: 'bob@example.com', _externalId: externalId },
        { createContact: true },
      )

      expect(await connectif.contacts.get({ externalId })).toEqual(till)
      expect(mock.contacts.all().map(({ _email, _externalId }) => [_email, _externalId])).toEqual([
        [undefined, externalId],
        [email, undefined],
        [undefined, undefined],
        ['bob@example.com', undefined],
      ])
    })
  })
})

/** Whether the email is known when the form comes, so that the visitor is merged. */
function mergesWith(order: readonly string[]) {
  const form = order.indexOf('a visit that ends with a form')
  return order.indexOf('the shop') < form || order.indexOf('an event') < form
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
  )
}
