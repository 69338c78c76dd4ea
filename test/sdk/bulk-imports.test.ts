import { expect, test } from 'vitest'
import type { FaultKind, MockOptions } from '../../mock/index.ts'
import type { BulkState } from '../../sdk/index.ts'
import { aCheckpoint, aShop, rows } from './bulk.ts'

const jobs = { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY }
const strategy = 'import'

/** A shop whose imports end at once. */
function anImportingShop(options: MockOptions = {}) {
  const shop = aShop({}, { jobs, ...options })
  const sent = () => shop.mock.journal.calls({ operation: 'POST /imports/' }).length
  return { ...shop, sent }
}

test('items go in parts, and the last of two for one contact is what stays', async () => {
  const { connectif, mock, sent } = anImportingShop()
  const items = [...rows(50), { _externalId: 'K 0', _points: 99 }]

  const report = await connectif.contacts.upsertMany(items, { strategy, itemsPerImport: 20 })

  expect(report).toMatchObject({ done: 51, imported: 51, created: 0, failed: 0 })
  expect([mock.contacts.count, sent()]).toEqual([50, 3])
  expect(mock.contacts.find({ externalId: 'K 0' })?._points).toBe(99)
})

test('a refused record is told by its item, also after values of several lines', async () => {
  const { connectif, mock } = anImportingShop()
  const items = [
    { _externalId: 'K 1', _name: 'Ada\nLovelace\r\n"Countess"' },
    { _externalId: 'K 2', _email: 'no email', _points: 1 },
    { _surname: 'Nobody' },
    { _externalId: 'K 3', _birthdate: new Date('1985-12-10') },
    { _externalId: 'x'.repeat(51), _points: 7 },
  ]

  const { imported, failed, failures } = await connectif.contacts.upsertMany(items as never, {
    strategy,
  })

  expect([imported, failed]).toEqual([2, 3])
  expect(failures).toMatchObject([
    { position: 1, item: items[1], reason: expect.stringMatching(/^_email must be/) },
    { position: 2, item: items[2], reason: 'an item is an object with _externalId or _email' },
    { position: 4, item: items[4], rule: 'external-id-length' },
  ])
  expect(mock.contacts.find({ externalId: 'K 1' })?._name).toBe('Ada\nLovelace\r\n"Countess"')
  expect(mock.contacts.find({ externalId: 'K 3' })?._birthdate).toMatch(/^1985-12-10/)
})

test.for([
  { count: 10, calls: 10, imports: 0 },
  { count: 11, calls: 0, imports: 1 },
])('auto sends $count items by $calls calls and $imports imports', async (sizes) => {
  const { connectif, mock, sent } = anImportingShop()
  const options = { strategy: 'auto', importAbove: 10 } as const

  await connectif.contacts.upsertMany(rows(sizes.count), options)
  await connectif.contacts.upsertMany(rows(sizes.count).values(), options)

  const patches = mock.journal.calls({ operation: 'PATCH /contacts/external-id/{externalId}' })
  expect([patches.length, sent()]).toEqual([sizes.calls * 2, sizes.imports * 2])
  expect(mock.contacts.count).toBe(sizes.count)
})

test.for<[FaultKind, number]>([
  [{ kind: 'lost-reply' }, 1],
  [{ kind: 'truncate' }, 1],
  [{ kind: 'reset' }, 2],
  [{ kind: 'status', status: 503 }, 2],
  [{ kind: 'status', status: 429 }, 2],
])('%j: a file is looked for before it is sent again', async ([fault, times]) => {
  const { connectif, mock, sent } = anImportingShop()
  mock.faults.add({ on: 'POST /imports/', ...fault })

  const report = await connectif.contacts.upsertMany(rows(5), { strategy })

  expect(report).toMatchObject({ imported: 5, failed: 0 })
  expect([sent(), mock.imports.count]).toEqual([times, 1])
})

test('a run that ended in the middle of an import waits for it, and sends it no second time', async () => {
  const { connectif, mock, sent } = anImportingShop({ jobs: { startAfter: 60_000 } })
  const checkpoint = aCheckpoint()
  const controller = new AbortController()
  const options = { strategy, checkpoint, itemsPerImport: 4 } as const
  const first = connectif.contacts.upsertMany(rows(6), { ...options, signal: controller.signal })
  mock.journal.subscribe(({ operation }) => {
    if (operation === 'GET /imports/{id}') controller.abort('killed')
  })
  await expect(first).rejects.toBe('killed')

  mock.jobs.finish()
  const finishing = setInterval(() => mock.jobs.finish(), 5)
  const report = await connectif.contacts.upsertMany(rows(6), options)
  clearInterval(finishing)

  expect(report).toMatchObject({ done: 6, imported: 6 })
  expect([mock.contacts.count, sent()]).toEqual([6, 2])
})

async function leaveAfterOne(run: AsyncIterable<unknown>) {
  for await (const _ of run) break
}
const throws = () => {
  throw new Error('left')
}

test.for([
  { how: 'by a break', onProgress: undefined, failed: [] },
  {
    how: 'by onProgress',
    onProgress: throws,
    failed: [[2, expect.stringMatching(/^_email must be/)]],
  },
])(
  'a run that is left $how among results of an import goes on with the right items',
  async (by) => {
    const { connectif, mock } = anImportingShop()
    const checkpoint = aCheckpoint()
    const items = rows(6).map((row, at) => (at === 2 ? { ...row, _email: 'no email' } : row))
    const options = { strategy, checkpoint, itemsPerImport: 3 } as const

    const left = connectif.contacts.upsertMany(items, { ...options, onProgress: by.onProgress })
    await leaveAfterOne(left).catch((error) => expect(error.message).toBe('left'))
    const failed: unknown[] = []
    for await (const result of connectif.contacts.upsertMany(items, options)) {
      if (result.outcome === 'failed') failed.push([result.position, result.reason])
    }

    const { counts, part, position } = checkpoint.saved.at(-1) as BulkState
    expect({ counts, part, position }).toEqual({ counts: { imported: 5, failed: 1 }, position: 6 })
    expect(failed).toEqual(by.failed)
    expect(mock.contacts.count).toBe(5)
  },
)

test('an import that ends in an error ends the run, and is sent anew by the next one', async () => {
  const { connectif, mock, sent } = anImportingShop({ jobs: { startAfter: 60_000 } })
  const checkpoint = aCheckpoint()
  let fails = true
  const ending = setInterval(() => {
    for (const { id, status } of mock.imports.all()) {
      if (status === 'queued') fails ? mock.jobs.fail(id) : mock.jobs.finish()
    }
  }, 5)

  const failing = connectif.contacts.upsertMany(rows(3), { strategy, checkpoint })
  await expect(failing).rejects.toThrow(/ended as error/)
  fails = false
  const report = await connectif.contacts.upsertMany(rows(3), { strategy, checkpoint })
  clearInterval(ending)

  expect(report).toMatchObject({ done: 3, imported: 3 })
  expect([mock.contacts.count, sent()]).toEqual([3, 2])
})

test('an import goes by the External ID only', async () => {
  const { connectif } = anImportingShop()
  const options = { strategy, key: 'email' } as const

  await expect(connectif.contacts.upsertMany(rows(1), options)).rejects.toThrow(/External ID/)
})
