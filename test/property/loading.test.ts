import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { random } from '../../mock/builders/random.ts'
import '../../mock/vitest.ts'
import { inFakedTime } from '../support/faked-time.ts'
import { aLoadedShop, somePurchases, someRows, unreliable, written } from './loaded.ts'
import { seed } from './runs.ts'

const { CONNECTIF_RUNS } = process.env

/** Ten seeds of 200 items; at night 1 000 seeds, and one of them of 10 000 items. */
const seeds = Math.max(10, Math.min(1000, Number(CONNECTIF_RUNS ?? 0)))
const sizeOf = (at: number) => (CONNECTIF_RUNS && at === 0 ? 10_000 : 200)

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

test.for(Array.from({ length: seeds }, (_, at) => [seed + at, sizeOf(at)] as const))(
  'seed %i: %i contacts and purchases under faults of every kind are there exactly',
  { timeout: 600_000 },
  async ([seedOfRun, size]) => {
    const { fraction } = random(seedOfRun)
    const { mock, connectif } = aLoadedShop()
    const rows = someRows(size, fraction)
    const purchases = somePurchases(size, fraction)
    unreliable(mock, fraction)

    const contacts = await inFakedTime(connectif.contacts.upsertMany(rows, { concurrency: 16 }))
    const ensured = await inFakedTime(
      connectif.purchases.ensureMany(purchases, { concurrency: 16 }),
    )

    const expected = written(rows)
    const bought = new Map(purchases.map((one) => [one.purchaseId, one.totalPrice]))
    expect([contacts.done, contacts.failures]).toEqual([size, []])
    expect([ensured.done, ensured.failures]).toEqual([size, []])
    expect(
      new Map(
        mock.contacts
          .all()
          .map(({ _externalId, _email, _points }) => [
            _externalId,
            { _externalId, _email, _points },
          ]),
      ),
    ).toEqual(new Map([...expected].map(([id, row]) => [id, { _email: undefined, ...row }])))
    expect(mock).toHaveCleanVerdict()
    expect(mock.purchases.count).toBe(bought.size)
    expect(new Map(mock.purchases.all().map((one) => [one.purchaseId, one.totalPrice]))).toEqual(
      bought,
    )
  },
)
