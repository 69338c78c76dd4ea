import { Readable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import type { ContactImportRow, ImportFile } from '../../sdk/index.ts'
import { json, scripted, status } from './scripted.ts'
import { anImport, type Form, taking } from './scripted-files.ts'

const csv = '_externalId,_name\nPOS-000123,Ñandú 😀\n'
const bytes = new TextEncoder().encode(csv)

const halves = [bytes.slice(0, 33), bytes.slice(33)]
test.for<[string, () => ImportFile<ContactImportRow>]>([
  ['a stream', () => new Blob([csv]).stream()],
  ['a stream of Node', () => Readable.from(halves)],
  ['an async iterable of texts', () => Readable.from([csv.slice(0, 9), '', csv.slice(9)])],
  ['an iterable of bytes', () => halves],
  ['an iterable of single characters, halves of pairs too', () => csv.split('')],
  ['texts and bytes in turns', () => [csv.slice(0, 5), bytes.slice(5, 9), csv.slice(9)]],
])('%s is sent on its way, byte by byte', async ([, file]) => {
  const forms: Form[] = []
  const { connectif, requests } = scripted([taking(forms)])

  const created = await connectif.imports.create({ type: 'contacts', file: file() })

  expect(created).toEqual(anImport())
  expect(requests[0]?.headers.get('authorization')).toBe('apiKey id:secret')
  expect(forms[0]?.fields).toEqual([
    ['type', 'contacts'],
    ['delimiter', ','],
    ['overrideExisting', 'true'],
    ['updateOnlyEmptyFields', 'false'],
  ])
  expect(forms[0]?.file).toMatchObject({ name: 'contacts.csv', type: 'text/csv' })
  expect(await forms[0]?.file.text()).toBe(csv)
})

test('half a character at the very end is no reason to stop', async () => {
  const forms: Form[] = []
  const { connectif } = scripted([taking(forms)])

  await connectif.imports.create({ type: 'contacts', file: ['a\nb\ud83d'] })

  expect(await forms[0]?.file.text()).toBe('a\nb\ufffd')
})

test.for([csv, [csv]])('a file name cannot add a header (%#)', async (file) => {
  let body = ''
  const { connectif } = scripted([
    async (request) => {
      body = await request.text()
      return Response.json(anImport(), { status: 201 })
    },
  ])
  const fileName = 'a"\r\nX-Evil: 1\r\n\r\n<b>.csv'

  await connectif.imports.create({ type: 'coupons', couponSetId: 'a"\r\nb', fileName, file })

  expect(body).toContain(
    '; name="file"; filename="a%22%0D%0AX-Evil: 1%0D%0A%0D%0A<b>.csv"\r\nContent-Type: text/csv\r\n\r\n',
  )
  expect(body).toContain('; name="couponSetId"\r\n\r\na"\r\nb\r\n')
})

test('each form has a boundary of its own, which no file can foresee', async () => {
  const { connectif, requests } = scripted([json(anImport(), 201)])

  await connectif.imports.create({ type: 'contacts', file: [csv] })
  await connectif.imports.create({ type: 'contacts', file: csv })

  const types = requests.map(({ headers }) => headers.get('content-type') ?? '')
  const boundaries = types.map((type) => /; boundary=connectif-([\da-f]{32})$/.exec(type)?.[1])
  expect(new Set(boundaries).size).toBe(2)
  expect(boundaries).not.toContain(undefined)
})

test.for<[string, unknown]>([
  ['numbers', [1, 2]],
  ['rows', [{ _email: 'ada@example.com' }]],
  ['nothing', [undefined]],
])('a file of %s is none', async ([, file]) => {
  const { connectif } = scripted([taking([])])

  const creating = connectif.imports.create({ type: 'contacts', file: file as string[] })

  await expect(creating).rejects.toMatchObject({
    name: 'ConnectifError',
    message: 'a file comes in texts or bytes; rows go as { rows }',
  })
})

test('a stream that somebody else reads is refused', async () => {
  const stream = new Blob([csv]).stream()
  stream.getReader()
  const { connectif, requests } = scripted([json({})])

  const creating = connectif.imports.create({ type: 'contacts', file: stream })

  await expect(creating).rejects.toThrow('the stream of the file is being read already')
  expect(requests).toHaveLength(0)
})

test('what has come to its end is not told to stop', async () => {
  const stop = vi.fn(async () => ({ done: true as const, value: undefined }))
  const pieces = [csv]
  const next = async () => {
    const value = pieces.shift()
    return value === undefined ? { done: true as const, value } : { done: false, value }
  }
  const { connectif } = scripted([taking([])])

  const file = { [Symbol.asyncIterator]: () => ({ next, return: stop }) }
  await connectif.imports.create({ type: 'contacts', file })

  expect(stop).not.toHaveBeenCalled()
})

test.for<[count: number, times: number]>([
  [200, 2],
  [500, 1],
])('%d rows are sent %d times where the first time is a 429', async ([count, times]) => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
  const forms: Form[] = []
  const { connectif } = scripted([taking(forms, status(429)), taking(forms)])
  const rows = Array.from({ length: count }, (_, row) => ({ _externalId: `POS-${row}` }))

  await connectif.imports.create({ type: 'contacts', file: { rows } }).catch(() => {})

  vi.restoreAllMocks()
  expect(forms).toHaveLength(times)
  expect(await forms.at(-1)?.file.text()).toBe(
    `_externalId\n${rows.map((row) => `${row._externalId}\n`).join('')}`,
  )
})
