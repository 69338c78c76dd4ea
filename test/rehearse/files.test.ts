import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { aContact, createMock, type RehearsalSource, rehearse } from '../../mock/index.ts'
import { Connectif, ConnectifError } from '../../sdk/index.ts'

const csv = '_externalId,_name\nK 1,Ada\nK 2,Ñ\n'
const bytes = new TextEncoder().encode(csv)
const rows = [
  { _externalId: 'K 1', _name: 'Ada' },
  { _externalId: 'K 2', _name: 'Ñ' },
]

async function* pieces(): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, 30)
  yield bytes.subarray(30)
}

const sources: [name: string, source: () => RehearsalSource][] = [
  ['a string', () => csv],
  ['bytes', () => bytes],
  ['with a byte order mark', () => `\uFEFF${csv}`],
  ['a Blob', () => new Blob([bytes])],
  ['a stream', () => new Blob([bytes]).stream()],
  ['chunks', pieces],
  ['texts', () => [csv.slice(0, 5), csv.slice(5)]],
  ['rows', () => ({ rows })],
]

describe('a file', () => {
  test.for(sources)('is %s', async ([, source]) => {
    expect(await rehearse(source())).toMatchObject({ rows: 2, created: 2 })
  })

  test('with another delimiter is read with it', async () => {
    const semicolons = csv.replaceAll(',', ';')

    expect(await rehearse(semicolons, { delimiter: ';' })).toMatchObject({ created: 2 })
    expect((await rehearse(semicolons)).file).toMatchObject({
      reason: 'has another delimiter than ,',
      hint: 'Say the delimiter that the file has.',
    })
  })

  test.for([
    [
      'Latin-1',
      Buffer.from('_email,_name\na@b.co,A\nc@d.co,Ñ\n', 'latin1'),
      'is not UTF-8 at line 3',
      3,
    ],
    [
      'with a NUL',
      Buffer.from('_email\na\0@b.co\n'),
      'has a NUL at line 2; it must be text in UTF-8',
      2,
    ],
    ['empty', Buffer.from(''), 'has no header: it is empty', undefined],
    [
      'without identifiers',
      Buffer.from('a,b\n1,2\n'),
      'has no column _externalId or _email',
      undefined,
    ],
    ['with an open quote', Buffer.from('_email\n"a\n'), /never closed.* at line 2/, 2],
    ['a ZIP', Buffer.from([0x50, 0x4b, 3, 4, 0]), /is a ZIP/, 1],
  ] as const)(
    'that is %s is a problem of the file, not an error',
    async ([, source, reason, line]) => {
      const { file, ...counts } = await rehearse(source)

      expect(file?.reason).toMatch(reason)
      expect(file?.rule.id).toBe('import-file')
      if (line !== 1) expect(file?.line).toBe(line)
      expect(counts).toMatchObject({ rows: 0, created: 0, refused: 0, refusals: [] })
    },
  )

  test('that is none at all is an error', async () => {
    await expect(rehearse(42 as never)).rejects.toBeInstanceOf(ConnectifError)
  })

  test('whose source breaks is that error', async () => {
    const broken = async function* () {
      yield csv
      throw new Error('the disk is gone')
    }

    await expect(rehearse(broken())).rejects.toThrow('the disk is gone')
  })

  test('with options that do not go together is a problem', async () => {
    const options = { overrideExisting: false, updateOnlyEmptyFields: true }

    expect((await rehearse(csv, options)).file?.rule.id).toBe('import-options')
  })
})

describe('what the account holds today', () => {
  const today = { contacts: [aContact({ _externalId: 'K 1', _name: 'Ada' })] }

  test('is a snapshot, which stays as it is', async () => {
    const mock = createMock({ seed: today })
    expect(mock.contacts.count).toBe(1)
    const start = mock.snapshot()
    const before = JSON.stringify(start)

    const result = await rehearse(csv, { start })

    expect(result).toMatchObject({ created: 1, unchanged: 1, start: { contacts: 1 } })
    expect(JSON.stringify(start)).toBe(before)
  })

  test('is the ZIP of an export, or the CSV in it', async () => {
    const mock = createMock({
      seed: today,
      jobs: { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY },
    })
    const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })
    const filters = { segmentId: 'has-external-id' }
    const { id } = await connectif.exports.create({ exportType: 'contacts', filters })
    await connectif.exports.waitFor(id)

    const fromZip = await rehearse(csv, { start: await connectif.exports.download(id) })
    const fromCsv = await rehearse(csv, { start: '_externalId;_name\nK 1;Ada\n' })

    const expected = { created: 1, unchanged: 1, start: { contacts: 1, refused: 0 } }
    expect(fromZip).toMatchObject(expected)
    expect(fromCsv).toMatchObject(expected)
  })

  test('that cannot be read is a problem of the start, and nothing is rehearsed', async () => {
    const noZip = await rehearse(csv, { start: Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9) })
    const noCsv = await rehearse(csv, { start: 'a,b\n' })

    expect(noZip).toMatchObject({ created: 0, start: { file: { reason: /ZIP/ } } })
    expect(noCsv.start.file?.reason).toBe('has no column _externalId or _email')
  })

  test('has one account', async () => {
    const mock = createMock()
    mock.account('a:1')
    mock.account('b:1')

    await expect(rehearse(csv, { start: mock.snapshot() })).rejects.toThrow('one account')
  })
})

describe('while it goes on', () => {
  const long = `_externalId\n${Array.from({ length: 6000 }, (_, at) => `K ${at}`).join('\n')}\n`

  test('it tells how far it is, and lets others have a turn', async () => {
    const told: unknown[] = []
    let turns = 0
    const other = setInterval(() => turns++, 0)

    await rehearse(long, { start: csv, onProgress: (progress) => told.push(progress) })
    clearInterval(other)

    expect(told).toEqual([
      { part: 'start', done: 2, total: 2 },
      { part: 'file', done: 2500, total: 6000 },
      { part: 'file', done: 5000, total: 6000 },
      { part: 'file', done: 6000, total: 6000 },
    ])
    expect(turns).toBeGreaterThan(0)
  })

  test('it can be ended', async () => {
    const stop = new AbortController()
    const reason = new Error('enough')
    const onProgress = () => stop.abort(reason)

    await expect(rehearse(long, { signal: stop.signal, onProgress })).rejects.toBe(reason)
    await expect(rehearse(pieces(), { signal: stop.signal })).rejects.toBe(reason)
  })
})
