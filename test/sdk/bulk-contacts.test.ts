import { expect, test } from 'vitest'
import type { BulkProgress } from '../../sdk/index.ts'
import { aShop, rows } from './bulk.ts'

test('the report says what was created, updated and left unchanged', async () => {
  const { connectif } = aShop()
  await connectif.contacts.upsertMany(rows(3))

  const report = await connectif.contacts.upsertMany([
    { _externalId: 'K 0', _points: 0 },
    { _externalId: 'K 1', _points: 100 },
    { _externalId: 'K 9' },
  ])

  expect(report).toEqual({
    ...{ done: 3, created: 1, updated: 1, unchanged: 1, imported: 0, failed: 0 },
    failures: [],
  })
})

test('a refused item fails by itself, with its place, rule and reason', async () => {
  const { connectif, mock } = aShop()
  const items = [
    { _externalId: 'K 1', _email: 'ada@example.com' },
    { _externalId: 'K 2', _email: 'ada@example.com' },
    { _externalId: 'x'.repeat(51) },
    { _externalId: '..' },
    { _email: 'bob@example.com', _name: 'Bob' },
  ]

  const { created, failed, failures } = await connectif.contacts.upsertMany(items)

  expect([created, failed]).toEqual([2, 3])
  expect(failures.toSorted((a, b) => a.position - b.position)).toMatchObject(
    [
      { position: 1, item: items[1], rule: 'email-unique', reason: /_email/ },
      { position: 2, item: items[2], rule: 'external-id-length' },
      { position: 3, item: items[3], error: { name: 'AddressError' } },
    ].map(({ reason, ...rest }) =>
      reason ? { ...rest, reason: expect.stringMatching(reason) } : rest,
    ),
  )
  expect(mock.contacts.count).toBe(2)
})

test('results come as items end, each with its place and the contact', async () => {
  const { connectif } = aShop()
  const run = connectif.contacts.upsertMany(rows(25))
  const seen: number[] = []

  for await (const result of run) {
    expect(result).toMatchObject({
      outcome: 'created',
      data: { _externalId: result.item._externalId },
    })
    seen.push(result.position)
  }

  expect(seen.toSorted((a, b) => a - b)).toEqual(rows(25).map((_, at) => at))
  expect(await run).toMatchObject({ done: 25, created: 25 })
})

test('progress is told, with what is known of the end', async () => {
  const { connectif } = aShop()
  const heard: BulkProgress[] = []

  await connectif.contacts.upsertMany(rows(30), { onProgress: (progress) => heard.push(progress) })

  expect(heard.at(-1)).toMatchObject({ done: 30, failed: 0, total: 30, timeLeft: 0 })
  expect(heard.at(-1)?.rate).toBeGreaterThan(0)
})
