import { describe, expect, test } from 'vitest'
import { Connectif } from '../../sdk/index.ts'
import { collected } from '../support/collected.ts'
import { aShop, found } from './clients.ts'

const jobs = { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY }
const file = '_email\nbad\nbob@example.com\n'

function anImporter() {
  const shop = aShop({ jobs })
  const connectif = new Connectif({ apiKey: 'test:secret', fetch: shop.mock.fetch })
  return { ...shop, connectif }
}

describe('an import', () => {
  test('that is polled on and on after it has ended is a finding', async () => {
    const { mock, ask, connectif } = anImporter()
    const { id } = await connectif.imports.create({ type: 'contacts', file })

    for (let at = 0; at < 5; at++) await ask(`GET /imports/${id}`)

    expect(found(mock)).toEqual([['polled-after-end', [2, 3, 4, 5, 6]]])
    expect(mock.verdict().findings[0]?.sentence).toMatch(
      /polled 4 more times after it was finished/,
    )
  })

  test('that was cancelled has ended, too', async () => {
    const { mock, ask, connectif } = anImporter()
    const { id } = await connectif.imports.create({ type: 'contacts', file })
    await ask(`DELETE /imports/${id}`)

    for (let at = 0; at < 3; at++) await ask(`GET /imports/${id}`)

    expect(found(mock)).toMatchObject([['polled-after-end', [3, 4, 5]]])
  })

  test('that is polled while it goes on is none', async () => {
    const { mock, ask } = aShop({ jobs: { startAfter: 60_000 } })
    const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })
    const { id } = await connectif.imports.create({ type: 'contacts', file })

    for (let at = 0; at < 5; at++) await ask(`GET /imports/${id}`)

    expect(found(mock)).toEqual([])
  })

  test('whose report is read again and again is none, as each time needs a link', async () => {
    const { mock, connectif } = anImporter()
    const { id } = await connectif.imports.create({ type: 'contacts', file })

    await connectif.imports.waitFor(id)
    for (let at = 0; at < 4; at++) await collected(connectif.imports.errorReport(id))

    expect(mock.journal.calls({ operation: 'GET /imports/{id}' })).toHaveLength(5)
    expect(found(mock)).toEqual([])
  })
})

test('an export that is downloaded again and again is none, one that is polled is', async () => {
  const { mock, ask, connectif } = anImporter()
  const filters = { segmentId: 'has-external-id' }
  const { id } = await connectif.exports.create({ exportType: 'contacts', filters })
  await connectif.exports.waitFor(id)
  for (let at = 0; at < 4; at++) await collected(connectif.exports.contacts(id))
  expect(found(mock)).toEqual([])

  await ask(`GET /exports/${id}`)
  expect(found(mock)).toEqual([])
  await ask(`GET /exports/${id}`)

  expect(found(mock)).toMatchObject([['polled-after-end', { length: 3 }]])
})
