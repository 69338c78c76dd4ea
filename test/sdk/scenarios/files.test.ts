import { expect } from 'vitest'
import type { Mock } from '../../../mock/index.ts'
import { defineContactFields, integer } from '../../../sdk/index.ts'
import { apiKey, clock, onEveryCarrier } from '../../support/carriers.ts'
import { collected } from '../../support/collected.ts'
import { csvIn } from '../../support/exports.ts'

const contactFields = defineContactFields({ shoeSize: integer({ min: 15, max: 55 }) })

const csv = `_externalId,_email,_name,shoeSize
K1,ada@example.com,Ada,38
K2,,"Bob
""the second""",60
K3,cleo@example.com,Ñandú,
`

onEveryCarrier((test) => {
  test.override('options', { contactFields })

  test('a file is imported, and says which record was not', async ({ client, mock }) => {
    const connectif = client({ contactFields })

    const queued = await connectif.imports.create({ type: 'contacts', file: csv })
    mock.clock.advance({ minutes: 1 })
    const ended = await connectif.imports.waitFor(queued.id)

    expect(queued).toMatchObject({ status: 'queued', total: 3, success: 0, errors: 0 })
    expect(ended).toMatchObject({ status: 'finished', success: 2, errors: 1 })
    expect(await collected(connectif.imports.errorReport(queued.id))).toEqual([
      {
        line: '3',
        column: 'shoeSize',
        value: '60',
        rule: 'field-known',
        reason: 'must be 55 or less',
      },
    ])
    expect(await connectif.contacts.get({ externalId: 'K1' })).toMatchObject({ shoeSize: 38 })
  })

  test('what was imported comes out of an export', async ({ client, mock }) => {
    const connectif = client({ contactFields })
    await connectif.imports.create({ type: 'contacts', file: csv })
    mock.jobs.finish()

    const { id } = await connectif.exports.create({ exportType: 'contacts' })
    mock.jobs.finish()

    expect(await connectif.exports.waitFor(id)).toMatchObject({ total: 2, progress: 2 })
    expect(await collected(connectif.exports.contacts(id))).toEqual([
      { _externalId: 'K1', _email: 'ada@example.com', _name: 'Ada', shoeSize: 38 },
      { _externalId: 'K3', _email: 'cleo@example.com', _name: 'Ñandú' },
    ])
  })

  test('an export that is imported into an empty account is exported as the same bytes', async ({
    client,
    mock,
  }) => {
    const before = client({ contactFields })
    const after = client({ contactFields, apiKey: 'other:secret' })
    await before.imports.create({ type: 'contacts', file: csv })
    mock.account(apiKey).jobs.finish()
    const first = await exported(mock, apiKey, before)

    await after.imports.create({ type: 'contacts', file: csvIn(first) })
    mock.account('other:secret').jobs.finish()
    const second = await exported(mock, 'other:secret', after)

    expect(csvIn(second)).toBe(csvIn(first))
    expect(csvIn(first)).toMatch(/^\uFEFF_externalId,.*\nK1,/)
  })

  test('a link is a fresh one each time, needs no key and dies after 100 minutes', async ({
    carried,
    connectif,
    mock,
  }) => {
    const { id } = await connectif.exports.create({ exportType: 'contacts' })
    mock.jobs.finish()
    const first = await connectif.exports.get(id)
    const second = await connectif.exports.get(id)

    mock.clock.advance({ minutes: 100 })
    const alive = await carried.fetch(first.fileUrl as string)
    mock.clock.advance({ milliseconds: 1 })
    const dead = await carried.fetch(second.fileUrl as string)

    expect(first.fileUrl).not.toBe(second.fileUrl)
    expect(alive.status).toBe(200)
    expect(alive.headers.get('content-type')).toBe('application/zip')
    expect(csvIn(new Uint8Array(await alive.arrayBuffer()))).toContain('_externalId')
    expect(dead.status).toBe(410)
    expect(dead.headers.get('x-connectif-mock-rule')).toBe('file-link')
    expect(await connectif.exports.get(id)).toMatchObject({ status: 'finished' })
  })

  test('a link tells nothing of the key, and works for its own file alone', async ({
    carried,
    connectif,
    mock,
  }) => {
    const { id } = await connectif.exports.create({ exportType: 'contacts' })
    mock.jobs.finish()
    const { fileUrl = '' } = await connectif.exports.get(id)

    const { status } = await carried.fetch(fileUrl.replace(id, '0'.repeat(24)))
    const posted = await carried.fetch(fileUrl, { method: 'POST' })
    await connectif.exports.delete(id)
    const gone = await carried.fetch(fileUrl)

    expect(fileUrl).not.toMatch(/test|secret/)
    expect([status, posted.status, gone.status]).toEqual([404, 405, 410])
  })
})

async function exported(mock: Mock, key: string, { exports }: ExportingClient) {
  const { id } = await exports.create({ exportType: 'contacts' })
  mock.account(key).jobs.finish()
  const { file } = mock.account(key).exports.find({ id }) ?? {}
  const zip = new Uint8Array(await new Response(await exports.download(id)).arrayBuffer())
  expect(zip).toEqual(new Uint8Array(file ?? []))
  expect(mock.clock.now().toISOString()).toBe(clock)
  return zip
}

interface ExportingClient {
  readonly exports: {
    create(creation: { exportType: 'contacts' }): PromiseLike<{ readonly id: string }>
    download(id: string): Promise<ReadableStream<Uint8Array>>
  }
}
