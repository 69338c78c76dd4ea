import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { ContactFile, csvFile } from '../../mock/cli/contact-rows.ts'
import { csvRecords } from '../../mock/files/csv-stream.ts'
import { collected } from '../support/collected.ts'
import { aFile } from './connectif.ts'

const integer = {
  ...{ id: 'shoeSize', name: 'Shoe size', type: 'integer' as const, required: false },
  createdAt: '2026-01-01T00:00:00.000Z',
}

async function rowsOf(text: string, key: 'external-id' | 'email' = 'external-id') {
  const file = new ContactFile(await csvFile(aFile('customers.csv', text), key), [integer])
  const rows = await collected(file.rows())
  return { rows, broken: file.broken, lines: rows.map((row) => file.lineOf(row)) }
}

describe('the rows of a file', () => {
  test('have values by the types of their fields, and nothing that is empty', async () => {
    const { rows } = await rowsOf('_externalId,_points,_name,shoeSize\n1,7,Ada,38\n2,,,\n')

    expect(rows).toEqual([
      { _externalId: '1', _points: 7, _name: 'Ada', shoeSize: 38 },
      { _externalId: '2' },
    ])
  })

  test('have what cannot be read as it is, for the API to refuse it', async () => {
    const { rows } = await rowsOf('_externalId,_points\n1,seven\n')

    expect(rows).toEqual([{ _externalId: '1', _points: 'seven' }])
  })

  test('have no column that is no field', async () => {
    const { rows } = await rowsOf('_externalId,nonsense\n1,x\n')

    expect(rows).toEqual([{ _externalId: '1' }])
  })

  test('begin at lines, also behind values of several lines', async () => {
    const { lines, rows } = await rowsOf('_externalId,_name\n1,"A\nB"\n\n2,C\n')

    expect(rows.map(({ _name }) => _name)).toEqual(['A\nB', 'C'])
    expect(lines).toEqual([2, 5])
  })

  test('are not those with other columns than the header', async () => {
    const { rows, broken } = await rowsOf('_externalId,_name\n1\n2,B\n3,"C"x\n')

    expect(rows).toEqual([{ _externalId: '2', _name: 'B' }])
    expect(broken).toEqual([2, 4])
  })

  test('can be separated by semicolons, behind a byte order mark', async () => {
    const { rows } = await rowsOf('\uFEFF"_email";_name\nada@example.com;Ada, Lady\n', 'email')

    expect(rows).toEqual([{ _email: 'ada@example.com', _name: 'Ada, Lady' }])
  })
})

describe('a file that cannot be read is a mistake', () => {
  test.for([
    ['_email,_name\n', 'has no column _externalId, by which --key external-id finds contacts'],
    ['', 'is empty'],
  ] as const)('%j', async ([text, words]) => {
    await expect(rowsOf(text)).rejects.toThrow(words)
  })

  test('where it is not there', async () => {
    await expect(csvFile('nowhere.csv', 'email')).rejects.toThrow('there is no such file')
  })
})

describe('records that come piece by piece', () => {
  const text = '_externalId,_name\r\n1,"Ñandú, ""x""\r\ny"\r\n\r\n2,👩‍👩‍👧\r\n3,"b"roken\r\n4,end'
  const bytes = new TextEncoder().encode(text)

  async function* pieces(size: number) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
  }

  async function recordsBy(size: number) {
    return (await collected(csvRecords(pieces(size), ','))).flat()
  }

  test.for([1, 2, 3, 5, 8, 13])('of %d bytes are those of the whole', async (size) => {
    const whole = await recordsBy(bytes.length)

    expect(whole.map(({ line }) => line)).toEqual([1, 2, 5, 6, 7])
    expect(await recordsBy(size)).toEqual(whole)
  })

  test('that are not UTF-8 are an error that names a line', async () => {
    const latin = Uint8Array.of(95, 10, 0xf1, 10)

    const records = collected(csvRecords(Readable.from([latin]), ','))

    await expect(records).rejects.toThrow('it is not UTF-8, at line 2 or below')
  })

  test('in quotes that are never closed are an error, not a gigabyte', async () => {
    async function* endless() {
      yield new TextEncoder().encode('_name\n"')
      for (;;) yield new TextEncoder().encode('x\n'.repeat(100_000))
    }

    const records = collected(csvRecords(endless(), ','))

    await expect(records).rejects.toThrow('line 2 has a quote that is never closed')
  })
})
