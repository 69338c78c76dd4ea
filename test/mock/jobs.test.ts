import { describe, expect, test } from 'vitest'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { Connectif } from '../../sdk/index.ts'

const clock = '2026-01-01T00:00:00.000Z'

function twin(options: MockOptions = {}) {
  const mock = createMock({ clock, ...options })
  return { mock, connectif: new Connectif({ apiKey: 'test:secret', fetch: mock.fetch }) }
}

/** A file of contacts, one a line. */
function fileOf(count: number, prefix = 'K') {
  const lines = Array.from({ length: count }, (_, number) => `${prefix}${number}\n`)
  return `_externalId\n${lines.join('')}`
}

function imported({ imports }: Connectif, count: number, prefix?: string) {
  return imports.create({ type: 'contacts', file: fileOf(count, prefix) })
}

function stateOf(mock: Mock) {
  return mock.imports.all().map(({ status, success }) => [status, success])
}

describe('imports go by the clock of the twin', () => {
  test('they start a second after their creation, and do 10 000 records in a second', async () => {
    const { mock, connectif } = twin()
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
    const { mock, connectif } = twin({ jobs: { recordsPerSecond: 1 } })
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
    const { mock, connectif } = twin({ jobs: { recordsPerSecond: 1, startAfter: 7_775_998_500 } })
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
    const { mock, connectif } = twin({ jobs: { recordsPerSecond: 1 } })
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
    const { mock, connectif } = twin({ jobs: { recordsPerSecond: 1 } })
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

  test('other kinds of jobs do not wait', async () => {
    const { mock, connectif } = twin({ jobs: { recordsPerSecond: 1 } })
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

describe('a test steers jobs', () => {
  test('finish ends all of them, without letting time pass', async () => {
    const { mock, connectif } = twin()
    for (const prefix of ['A', 'B']) await imported(connectif, 20, prefix)
    await connectif.exports.create({ exportType: 'contacts' })

    mock.jobs.finish()

    expect(stateOf(mock)).toEqual([
      ['finished', 20],
      ['finished', 20],
    ])
    expect(mock.exports.all()).toMatchObject([{ status: 'finished', total: 40 }])
    expect(mock.clock.now().toISOString()).toBe(clock)
  })

  test('fail ends one in an error; what it has written stays', async () => {
    const { mock, connectif } = twin({ jobs: { recordsPerSecond: 1 } })
    const { id } = await imported(connectif, 10)
    mock.clock.advance({ seconds: 2 })

    mock.jobs.fail(id)
    mock.clock.advance({ hours: 1 })

    expect(await connectif.imports.waitFor(id)).toMatchObject({ status: 'error', success: 2 })
    expect(mock.contacts.count).toBe(2)
    expect(() => mock.jobs.fail(id)).toThrow('has not ended')
  })

  test('fail ends an export, which then has no file', async () => {
    const { mock, connectif } = twin()
    const { id } = await connectif.exports.create({ exportType: 'contacts' })

    mock.jobs.fail(id)

    expect(await connectif.exports.waitFor(id)).not.toHaveProperty('fileUrl')
    await expect(connectif.exports.download(id)).rejects.toThrow('error')
  })

  test.for([
    [{ startAfter: -1 }, 'startAfter'],
    [{ startAfter: Number.NaN }, 'startAfter'],
    [{ recordsPerSecond: 0 }, 'recordsPerSecond'],
    [{ recordsPerSecond: Number.NaN }, 'recordsPerSecond'],
  ] as const)('%j is refused', ([jobs, name]) => {
    expect(() => createMock({ jobs })).toThrow(name)
  })
})

describe('a snapshot', () => {
  test.for(['of this process', 'read from JSON'])(
    '%s goes on where an import was',
    async (from) => {
      const { mock, connectif } = twin({ jobs: { recordsPerSecond: 1 } })
      const { id } = await imported(connectif, 4)
      await connectif.exports.create({ exportType: 'contacts' })
      mock.segments.define('mine', { externalId: { startsWith: 'K' } })
      mock.clock.advance({ seconds: 2 })
      const taken = mock.snapshot()
      mock.clock.advance({ hours: 1 })
      const after = mock.snapshot()

      mock.restore(from === 'of this process' ? taken : JSON.parse(JSON.stringify(taken)))
      expect(mock.imports.find({ id })).toMatchObject({ status: 'inProgress', success: 2 })
      mock.clock.advance({ hours: 1 })

      expect(mock.snapshot()).toEqual(after)
      expect(mock.segments.contacts('mine')).toHaveLength(4)
    },
  )

  test('has files as text, and gives them back', async () => {
    const { mock, connectif } = twin()
    const { id } = await connectif.exports.create({ exportType: 'contacts' })
    mock.jobs.finish()
    const { file } = mock.exports.find({ id }) ?? {}

    mock.restore(JSON.parse(JSON.stringify(mock.snapshot())))

    expect(mock.exports.find({ id })?.file).toEqual(file)
  })

  test.for([
    ['imports', { status: 'paused' }],
    ['imports', { total: -1 }],
    ['imports', { success: 9 }],
    ['imports', { unread: undefined }],
    ['imports', { report: [[{ line: 1 }]] }],
    ['imports', { createdAt: 'today' }],
    ['imports', { type: 'segments' }],
    ['imports', { options: null }],
    ['exports', { file: '*' }],
    ['exports', { status: 'queued' }],
    ['exports', { delimiter: '|' }],
    ['exports', { exportType: 'coupons' }],
  ] as const)('with %s of %j is refused', async ([kind, flaw]) => {
    const { mock, connectif } = twin()
    await connectif.exports.create({ exportType: 'contacts' })
    mock.jobs.finish()
    await imported(connectif, 2)
    const snapshot = JSON.parse(JSON.stringify(mock.snapshot()))
    Object.assign(snapshot.accounts.test[kind][0], flaw)

    expect(() => mock.restore(snapshot)).toThrow(`${kind}[0] of account test`)
  })
})
