import { expect, test, vi } from 'vitest'
import type { ImportCreation } from '../../sdk/index.ts'
import { json, type Step, scripted, status } from './scripted.ts'
import { anImport, type Form, taking } from './scripted-files.ts'

/** Rows of any kind, as JavaScript would let them be. */
interface Loose {
  rows: unknown
  columns?: readonly string[]
}

/** The text that is sent for rows. */
async function sentFor(file: Loose, delimiter: ',' | ';' = ','): Promise<string | undefined> {
  const forms: Form[] = []
  const { connectif } = scripted([taking(forms)])
  await connectif.imports.create({ type: 'contacts', delimiter, file } as ImportCreation)
  return forms[0]?.file.text()
}

test('rows are written under the names of the first one', async () => {
  const forms: Form[] = []
  const { connectif } = scripted([taking(forms)])

  await connectif.imports.create({
    type: 'contacts',
    file: {
      rows: [
        { _externalId: 'POS-1', _name: 'Ada', _points: 7 },
        { _points: 0, _externalId: 'POS-2', _name: undefined },
        { _externalId: 'POS-3' },
      ],
    },
  })

  expect(forms[0]?.file).toMatchObject({ name: 'contacts.csv', type: 'text/csv' })
  expect(await forms[0]?.file.text()).toBe(
    '_externalId,_name,_points\nPOS-1,Ada,7\nPOS-2,,0\nPOS-3,,\n',
  )
})

test('columns decide on names and order, and stand there without rows, too', async () => {
  const columns = ['_email', '_externalId']

  expect(await sentFor({ columns, rows: [{ _externalId: '1' }] })).toBe('_email,_externalId\n,1\n')
  expect(await sentFor({ columns, rows: [] })).toBe('_email,_externalId\n')
})

test.for<[unknown, string]>([
  ['', ''],
  [null, ''],
  [undefined, ''],
  [0, '0'],
  [-1.5, '-1.5'],
  [1e21, '1e+21'],
  [false, 'false'],
  [true, 'true'],
  [['garden', 'kitchen'], 'garden|kitchen'],
  [[], ''],
  [[1, 2], '1|2'],
  [new Date('2026-01-31'), '2026-01-31'],
  [new Date('2026-01-31T09:30:00Z'), '2026-01-31T09:30:00.000Z'],
  ['=cmd|calc', '=cmd|calc'],
  ['a,b', '"a,b"'],
  ['a;b', 'a;b'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['old\rMac', '"old\rMac"'],
  [' spaces ', ' spaces '],
  ['Ñandú 😀', 'Ñandú 😀'],
])('the value %j is written as %j', async ([value, cell]) => {
  expect(await sentFor({ rows: [{ a: 'x', b: value, c: 'y' }] })).toBe(`a,b,c\nx,${cell},y\n`)
})

test('the delimiter of the import is the one of the rows', async () => {
  const rows = [{ a: 'x;y', b: 'x,y' }]

  expect(await sentFor({ rows }, ';')).toBe('a;b\n"x;y";x,y\n')
})

test.for<[unknown]>([
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  [new Date('never')],
  [{}],
  [() => 1],
  [Symbol('a')],
  [['a|b']],
  [[['a']]],
  [[null]],
])('a value that cannot be read back is an error (%#)', async ([value]) => {
  await expect(sentFor({ rows: [{ a: 'x' }, { a: value }] })).rejects.toMatchObject({
    name: 'ConnectifError',
    message: 'row 2: the value of "a" cannot be written as text',
  })
})

test.for<[string, Loose, string]>([
  [
    'a value in no column',
    { rows: [{ a: 1 }, { a: 1, b: 2 }] },
    'row 2 has "b", which is no column: add it to columns',
  ],
  [
    'a value in none of the columns given',
    { columns: ['a'], rows: [{ constructor: 1 }] },
    'row 1 has "constructor", which is no column: add it to columns',
  ],
  ['no row and no columns', { rows: [] }, 'without rows and columns there is no header'],
  ['no columns', { columns: [], rows: [] }, 'columns must have names, and no two the same'],
  ['a row without values', { rows: [{}] }, 'columns must have names, and no two the same'],
  [
    'a column twice',
    { columns: ['a', 'a'], rows: [] },
    'columns must have names, and no two the same',
  ],
  [
    'a column without name',
    { columns: [''], rows: [] },
    'columns must have names, and no two the same',
  ],
  ['a text as row', { rows: ['a'] }, 'row 1 is no object with a value per column'],
  ['a list as row', { rows: [['a']] }, 'row 1 is no object with a value per column'],
  ['nothing as row', { rows: [null] }, 'row 1 is no object with a value per column'],
])('%s is an error, and no import is queued', async ([, file, message]) => {
  await expect(sentFor(file)).rejects.toMatchObject({ name: 'ConnectifError', message })
})

test('a key that a plain object has by nature can be a column', async () => {
  const row = JSON.parse('{"__proto__":"x","constructor":"y"}')

  expect(await sentFor({ rows: [row] })).toBe('__proto__,constructor\nx,y\n')
})

test('rows are taken as they are sent, a few hundred ahead at most', async () => {
  const seen = { taken: 0, stopped: false }
  async function* rows() {
    try {
      for (; seen.taken < 1_000_000; seen.taken++) yield { _externalId: `POS-${seen.taken}` }
    } finally {
      seen.stopped = true
    }
  }
  const sent: number[] = []
  const reading: Step = async (request) => {
    const reader = request.body?.getReader()
    for (let piece = 0; piece < 3; piece++) {
      await reader?.read()
      sent.push(seen.taken)
    }
    return status(413)(request)
  }
  const { connectif } = scripted([reading])

  const creating = connectif.imports.create({ type: 'contacts', file: { rows: rows() } })

  await expect(creating).rejects.toMatchObject({ name: 'PayloadTooLargeError' })
  expect(sent[0]).toBe(0)
  expect(Math.max(...sent)).toBeLessThan(1000)
  await vi.waitFor(() => expect(seen.stopped).toBe(true))
})

test('long rows are sent before there are many of them', async () => {
  let taken = 0
  function* rows() {
    for (; taken < 1000; taken++) yield { _externalId: 'x', _name: 'y'.repeat(100_000) }
  }
  const reading: Step = async (request) => {
    const reader = request.body?.getReader()
    for (let piece = 0; piece < 2; piece++) await reader?.read()
    expect(taken).toBeLessThan(5)
    return json(anImport(), 201)(request)
  }
  const { connectif } = scripted([reading])

  await connectif.imports.create({ type: 'contacts', file: { rows: rows() } })
})

test('100 000 rows of a stream arrive, all of them', async () => {
  const forms: Form[] = []
  const { connectif } = scripted([taking(forms)])
  let row = 0
  const rows = new ReadableStream({
    pull(controller) {
      if (row === 100_000) return controller.close()
      controller.enqueue({ _externalId: `POS-${row}`, _name: row % 2 ? 'a\nb' : 'a,b' })
      row += 1
    },
  }) as unknown as AsyncIterable<{ _externalId: string; _name: string }>

  await connectif.imports.create({ type: 'contacts', file: { rows } })

  const text = await forms[0]?.file.text()
  expect(text?.match(/POS-\d+/g)).toHaveLength(100_000)
  expect(text?.endsWith('POS-99999,"a\nb"\n')).toBe(true)
})
