import { expect, test } from 'vitest'
import { Connectif } from '../../sdk/index.ts'
import { collected } from '../support/collected.ts'
import { json, scripted } from './scripted.ts'
import { anExport, file, type Seen, zipOf } from './scripted-files.ts'

/** A client whose export has this text in its file. */
function exporting(
  csv: string | Uint8Array,
  size?: number,
  fields?: Parameters<typeof anExport>[0],
) {
  return scripted([json(anExport(fields)), file(zipOf(csv), size)]).connectif
}

/** The rows that a file of this text has. */
function rowsOf(csv: string | Uint8Array, size?: number, delimiter: ',' | ';' = ',') {
  return collected(exporting(csv, size, { delimiter }).exports.rows('65c1'))
}

const hard =
  '\ufeff_externalId,_name,"a ""quoted"" name"\r\n' +
  'POS-1,Ñandú 😀,"two\r\nlines, and a comma"\r\n' +
  '"POS""2",,""\r\n' +
  '=cmd|calc,@SUM(1),"\n"'
const rows = [
  { _externalId: 'POS-1', _name: 'Ñandú 😀', 'a "quoted" name': 'two\r\nlines, and a comma' },
  { _externalId: 'POS"2', _name: '', 'a "quoted" name': '' },
  { _externalId: '=cmd|calc', _name: '@SUM(1)', 'a "quoted" name': '\n' },
]

test.for([1, 2, 3, 5, 7, 64, 100_000])(
  'a file that comes %d bytes at a time gives the same rows',
  async (size) => {
    expect(await rowsOf(hard, size)).toEqual(rows)
    const stored = scripted([json(anExport()), file(zipOf(hard, 0), size)]).connectif
    expect(await collected(stored.exports.rows('65c1'))).toEqual(rows)
  },
)

test('the delimiter is the one of the export', async () => {
  expect(await rowsOf('a;b\n1,5;2\n', undefined, ';')).toEqual([{ a: '1,5', b: '2' }])
})

test.for<[string, string, object[]]>([
  [
    'LF',
    'a,b\n1,2\n3,4\n',
    [
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ],
  ],
  [
    'CRLF',
    'a,b\r\n1,2\r\n3,4\r\n',
    [
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ],
  ],
  [
    'both',
    'a,b\r\n1,2\n3,4',
    [
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ],
  ],
  ['empty lines', 'a,b\n\n1,2\n\n', [{ a: '1', b: '2' }]],
  ['one column with empty values', 'a\n\n1\n""\n', [{ a: '' }, { a: '1' }, { a: '' }]],
  ['a lone CR in a value', 'a,b\n1,"x\ry"\n', [{ a: '1', b: 'x\ry' }]],
  ['a BOM in a value', 'a,b\n\ufeff1,2\n', [{ a: '\ufeff1', b: '2' }]],
  ['no rows', '\ufeffa,b\n', []],
  ['nothing', '', []],
])('a file with %s is read', async ([, csv, expected]) => {
  expect(await rowsOf(csv)).toEqual(expected)
})

test('columns with the names that objects have by nature are columns like others', async () => {
  const [row] = await rowsOf('__proto__,constructor,toString\nx,y,z\n')

  expect(Object.entries(row ?? {})).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
    ['toString', 'z'],
  ])
  expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
})

test.for<[string, string | Uint8Array, string]>([
  ['too few values', 'a,b\n1,2\n3\n', 'row 2 of the downloaded file has 1 values for 2 columns'],
  ['too many', 'a,b\n\n1,2,3\n', 'row 2 of the downloaded file has 3 values for 2 columns'],
  ['two columns of a name', 'a,b,a\n1,2,3\n', 'the downloaded file has two columns "a"'],
  ['a quote that stays open', 'a,b\n1,"2\n3,4\n', 'the downloaded file is not valid CSV'],
  ['a quote in the middle', 'a,b\n1,x"2"\n', 'the downloaded file is not valid CSV'],
  ['Latin-1', new Uint8Array([0x61, 0x0a, 0xf1, 0x0a]), 'the downloaded file is not UTF-8'],
  [
    'half a character',
    new Uint8Array([0x61, 0x0a, 0xf0, 0x9f]),
    'the downloaded file is not UTF-8',
  ],
])('a file with %s is an error, not another value', async ([, csv, message]) => {
  for (const size of [1, 100_000]) {
    await expect(rowsOf(csv, size)).rejects.toMatchObject({ name: 'ConnectifError', message })
  }
})

test('a quote that is never closed does not fill the memory', { timeout: 30_000 }, async () => {
  const seen: Seen = { pulled: 0, cancelled: false }
  const zip = zipOf(`a,b\n1,"${'x'.repeat(40_000_000)}`)
  const { connectif } = scripted([json(anExport()), file(zip, 1000, seen)])

  await expect(collected(connectif.exports.rows('65c1'))).rejects.toThrow(
    'the downloaded file has a quote that is never closed',
  )
  expect(seen.cancelled).toBe(true)
  expect(seen.pulled).toBeLessThan(zip.length / 1000)
})

/** Rows that do not pack well, as real ones. */
function manyRows(count: number): string {
  let seed = 1
  const noise = () => {
    seed = (seed * 48271) % 2147483647
    return seed.toString(36)
  }
  const lines = Array.from({ length: count }, (_, row) => `POS-${row},${noise()},"a\n${noise()}"`)
  return `_externalId,a,b\n${lines.join('\n')}\n`
}

test('of 200 000 rows only a few are there at a time', { timeout: 30_000 }, async () => {
  const seen: Seen = { pulled: 0, cancelled: false }
  const zip = zipOf(manyRows(200_000))
  const pieces = Math.ceil(zip.length / 4096)
  const { connectif } = scripted([json(anExport()), file(zip, 4096, seen)])
  let read = 0
  let ahead = 0

  for await (const row of connectif.exports.rows('65c1')) {
    if (row._externalId !== `POS-${read}`) throw new Error(`row ${read} is ${row._externalId}`)
    read += 1
    ahead = Math.max(ahead, (seen.pulled / pieces) * 200_000 - read)
  }

  expect(read).toBe(200_000)
  expect(ahead).toBeLessThan(6000)
})

test('leaving the loop ends the download', async () => {
  const seen: Seen = { pulled: 0, cancelled: false }
  const { connectif } = scripted([json(anExport()), file(zipOf(manyRows(50_000)), 4096, seen)])

  for await (const _ of connectif.exports.rows('65c1')) break

  expect(seen.cancelled).toBe(true)
  expect(seen.pulled).toBeLessThan(20)
})

test('nothing is sent before the first row is asked for', async () => {
  const requests: string[] = []
  const fetch = async ({ url }: Request) => {
    requests.push(url)
    return Response.json({})
  }
  const connectif = new Connectif({ apiKey: 'id:secret', fetch })

  connectif.exports.rows('65c1')
  connectif.exports.contacts('65c1')
  connectif.imports.errorReport('65b1')
  await Promise.resolve()

  expect(requests).toEqual([])
})
