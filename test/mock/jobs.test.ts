import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { Connectif } from '../../sdk/index.ts'
import { imported, stateOf } from '../support/jobs.ts'
import { aTwin } from '../support/twin.ts'

describe('imports go by the clock of the twin', () => {
  test('they start a second after their creation, and do 10 000 records in a second', async () => {
    const { mock, connectif } = aTwin()
    const { id } = await imported(connectif, 50)

    mock.clock.advance({ milliseconds: 999 })
    expect(stateOf(mock)).toEqual([['queued', 0]])
    mock.clock.advance({ milliseconds: 1 })
    expect(stateOf(mock)).toEqual([['inProgress', 1]])
    mock.clock.advance({ milliseconds: 2 })
    expect(stateOf(mock)).toEqual([['inProgress', 21]])
    mock.clock.advance({ milliseconds: 10 })

    expect(mock.imports.find({ id })).toMatchObject({
      status: 'finished',
      success: 50,
      startedAt: '2026-01-01T00:00:01.000Z',
      finishedAt: '2026-01-01T00:00:01.005Z',
    })
  })

  test('each record is written at its own moment, however late the clock is looked at', async () => {
    const { mock, connectif } = aTwin({ jobs: { recordsPerSecond: 1 } })
    await imported(connectif, 3)

    mock.clock.advance({ days: 1 })

    expect(mock.contacts.all().map(({ _createdAt }) => _createdAt)).toEqual([
      '2026-01-01T00:00:01.000Z',
      '2026-01-01T00:00:02.000Z',
      '2026-01-01T00:00:03.000Z',
    ])
    expect(mock.activities().map(({ origin, at }) => [origin, new Date(at).toISOString()])).toEqual(
      [
        ['import', '2026-01-01T00:00:01.000Z'],
        ['import', '2026-01-01T00:00:02.000Z'],
        ['import', '2026-01-01T00:00:03.000Z'],
      ],
    )
  })

  test('they take turns with the purge of anonymous contacts, each at its own moment', async () => {
    const { mock, connectif } = aTwin({ jobs: { recordsPerSecond: 1, startAfter: 7_775_998_500 } })
    mock.tracking.web().pageView({ trackerId: 'browser-1' })
    await imported(connectif, 3)

    mock.clock.advance({ days: 100 })

    expect(mock.activities().map(({ type }) => type)).toEqual([
      'contact-created',
      'contact-created',
      'contact-purged',
      'contact-created',
    ])
  })

  test('one waits for another, and starts a second after its end', async () => {
    const { mock, connectif } = aTwin({ jobs: { recordsPerSecond: 1 } })
    await imported(connectif, 5, 'A')
    const { id } = await imported(connectif, 1, 'B')

    mock.clock.advance({ seconds: 6 })
    expect(stateOf(mock)).toEqual([
      ['finished', 5],
      ['queued', 0],
    ])
    mock.clock.advance({ hours: 1 })

    expect(mock.imports.find({ id })?.startedAt).toBe('2026-01-01T00:00:07.000Z')
  })

  test('one that is cancelled makes room at once, and what it had not read is never written', async () => {
    const { mock, connectif } = aTwin({ jobs: { recordsPerSecond: 1 } })
    const { id } = await imported(connectif, 10, 'A')
    await imported(connectif, 1, 'B')
    mock.clock.advance({ seconds: 3 })

    await connectif.imports.cancel(id)
    mock.clock.advance({ hours: 1 })

    expect(mock.imports.find({ id })).toMatchObject({ status: 'cancelled', success: 3 })
    expect(mock.contacts.all().map(({ _externalId }) => _externalId)).toEqual([
      'A0',
      'A1',
      'A2',
      'B0',
    ])
    expect(mock.imports.all()[1]?.startedAt).toBe('2026-01-01T00:00:04.000Z')
  })

  test('an export that is deleted while it is written makes room from then on', async () => {
    const { mock, connectif } = aTwin({ jobs: { recordsPerSecond: 1 } })
    await imported(connectif, 100)
    mock.jobs.finish()
    const { id } = await connectif.exports.create({ exportType: 'contacts' })
    const next = await connectif.exports.create({ exportType: 'contacts' })
    mock.clock.advance({ seconds: 50 })

    await connectif.exports.delete(id)
    mock.restore(JSON.parse(JSON.stringify(mock.snapshot())))
    mock.clock.advance({ seconds: 3 })

    expect(mock.exports.find(next)?.startedAt).toBe('2026-01-01T00:00:51.000Z')
  })

  test('other kinds of jobs do not wait', async () => {
    const { mock, connectif } = aTwin({ jobs: { recordsPerSecond: 1 } })
    await imported(connectif, 100)
    await connectif.exports.create({ exportType: 'contacts' })

    mock.clock.advance({ seconds: 20 })

    expect(mock.exports.all()).toMatchObject([{ status: 'finished', total: 1 }])
  })

  test('with a clock that runs, they end by themselves', async () => {
    const mock = createMock({ jobs: { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY } })
    const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })
    const { id } = await imported(connectif, 5000)

    const { status, success } = await connectif.imports.waitFor(id, { interval: 1 })

    expect([status, success]).toEqual(['finished', 5000])
  })

  test('a long one lets other calls be answered in between', async () => {
    const mock = createMock({ jobs: { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY } })
    const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })
    const { id } = await imported(connectif, 20_000)

    const seen: number[] = []
    await connectif.imports.waitFor(id, {
      interval: 1,
      onProgress: (one) => void seen.push(one.success),
    })

    expect(seen.length).toBeGreaterThan(3)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })
})
