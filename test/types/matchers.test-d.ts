import { expect } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { matchers } from '../../mock/vitest.ts'
import { same } from './same.ts'

const mock = createMock()
const address = { externalId: 'POS-000123' }

export async function upserted() {
  const verdict = expect(mock).toHaveUpserted({ email: 'ada@example.com' })
  same<void>()<typeof verdict>()
  expect(mock).toHaveUpserted(address, { _points: 7, tier: 'gold', _surname: undefined })
  expect(mock).not.toHaveUpserted(address, { _name: expect.stringContaining('A') })
  const later = expect(Promise.resolve(mock)).resolves.toHaveUpserted(address)
  same<Promise<void>>()<typeof later>()

  // @ts-expect-error an address is an email or an External ID
  expect(mock).toHaveUpserted({ id: '1' })
  // @ts-expect-error an address is not a string
  expect(mock).toHaveUpserted('POS-000123')
  // @ts-expect-error a field of every account has its own type
  expect(mock).toHaveUpserted(address, { _points: '7' })
}

export function judged() {
  expect(mock).toHaveCleanVerdict()
  expect(mock.verdict().findings[0]?.id).toBe('contact-race')

  // @ts-expect-error it takes nothing
  expect(mock).toHaveCleanVerdict({ id: 'contact-race' })
}

export function changed() {
  expect(mock).toHaveChanged({})
  expect(mock).toHaveChanged(
    { contacts: { created: 1, updated: 0 }, purchases: { deleted: 2 } },
    { since: mock.snapshot() },
  )
  expect.extend(matchers)

  // @ts-expect-error a typo
  expect(mock).toHaveChanged({ contact: { created: 1 } })
  // @ts-expect-error no such way to change
  expect(mock).toHaveChanged({ contacts: { added: 1 } })
  // @ts-expect-error a count is a number
  expect(mock).toHaveChanged({ contacts: 1 })
  // @ts-expect-error a snapshot is no moment
  expect(mock).toHaveChanged({}, { since: '2026-01-01' })
}
