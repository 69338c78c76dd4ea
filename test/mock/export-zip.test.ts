import { execFileSync } from 'node:child_process'
import { crc32, inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { csvText } from '../../mock/files/csv-write.ts'
import { ZipOfOne } from '../../mock/files/zip.ts'
import { ExportWork } from '../../mock/jobs/exports.ts'
import { anAccount } from '../support/accounts.ts'
import { anExport, csvIn, zipOf } from '../support/exports.ts'

const moment = Date.UTC(2026, 2, 29, 2, 30, 58)

function aZip(at = moment) {
  const zip = new ZipOfOne('a.csv', at)
  zip.add(new TextEncoder().encode('Ada,'))
  zip.add(new TextEncoder().encode('Bob'))
  return zip.end()
}

/** The date and time in a header of a ZIP, in the seconds that it can tell. */
function timeIn(zip: Uint8Array, at: number) {
  const { buffer, byteOffset } = zip
  const view = new DataView(buffer, byteOffset)
  const [time, date] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
  const day = [1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31] as const
  return Date.UTC(...day, time >> 11, (time >> 5) & 63, (time & 31) * 2)
}

/** Where the list of files at the end begins. */
function listAt(zip: Uint8Array) {
  return new DataView(zip.buffer, zip.byteOffset).getUint32(zip.length - 6, true)
}

describe('the ZIP', () => {
  test('holds one file, whose sizes and checksum are told where readers look for them', () => {
    const zip = aZip()
    const view = new DataView(zip.buffer, zip.byteOffset)
    const at = listAt(zip)

    expect(view.getUint32(zip.length - 22, true)).toBe(0x06054b50)
    expect(view.getUint16(zip.length - 12, true)).toBe(1)
    expect(view.getUint32(at, true)).toBe(0x02014b50)
    const [crc, compressed, size] = [16, 20, 24].map((to) => view.getUint32(at + to, true))
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + 5))
    const start = 30 + name.length
    const text = inflateRawSync(zip.subarray(start, start + (compressed as number))).toString()
    expect({ name, text, size }).toEqual({ name: 'a.csv', text: 'Ada,Bob', size: 7 })
    expect(crc).toBe(crc32('Ada,Bob'))
    expect(view.getUint32(start + (compressed as number) + 4, true)).toBe(crc)
  })

  test.for([
    [moment, moment],
    [Date.UTC(2026, 0, 1, 0, 0, 1), Date.UTC(2026, 0, 1)],
    [Date.UTC(1970, 0, 1), Date.UTC(1980, 0, 1)],
    [Date.UTC(9999, 11, 31), Date.UTC(2107, 11, 31, 23, 59, 58)],
  ] as const)('tells the moment %s as %s, in both of its headers', ([at, told]) => {
    const zip = aZip(at)

    expect(timeIn(zip, 10)).toBe(told)
    expect(timeIn(zip, listAt(zip) + 12)).toBe(told)
  })

  test.for(['UTC', 'Europe/Madrid', 'America/Los_Angeles', 'Pacific/Apia'])(
    'has the same bytes where the time zone is %s',
    (TZ) => {
      const url = new URL('../../mock/files/zip.ts', import.meta.url)
      const lines = [
        `import { ZipOfOne } from '${url}'`,
        `const zip = new ZipOfOne('a.csv', ${moment})`,
        `for (const text of ['Ada,', 'Bob']) zip.add(new TextEncoder().encode(text))`,
        `console.log(new Date().getTimezoneOffset() + ' ' + Buffer.from(zip.end()).toString('hex'))`,
      ]
      const options = { env: { ...process.env, TZ }, encoding: 'utf8' } as const
      const args = ['--input-type=module-typescript', '--eval', lines.join('\n')]

      const [offset, bytes] = execFileSync(process.execPath, args, options).trim().split(' ')

      expect(bytes).toBe(Buffer.from(aZip()).toString('hex'))
      expect(offset === '0').toBe(TZ === 'UTC')
    },
  )
})

describe('the file of an export', () => {
  const contacts = Array.from({ length: 700 }, (_, at) => ({
    _externalId: `POS-${at}`,
    _name: 'x'.repeat(at),
  }))

  test('is one CSV with a byte order mark, named after the export', () => {
    const zip = zipOf(anAccount(), { id: 'a'.repeat(24) })

    expect(new TextDecoder('latin1').decode(zip)).toContain(`export-${'a'.repeat(24)}.csv`)
    expect(csvIn(zip)).toMatch(/^\uFEFF_externalId,.*\n$/)
  })

  test('has all records, in order, in whatever steps it is written', () => {
    const account = anAccount({ contacts })
    const work = new ExportWork(account, anExport())
    const written: number[] = []
    for (const count of [0, 1, 299, 399, 1000, 1]) written.push(work.write(count))

    const stepwise = csvIn(work.file())

    expect(written).toEqual([0, 1, 299, 399, 1, 0])
    expect(stepwise).toBe(csvIn(zipOf(account)))
    const ids = stepwise.split('\n').slice(1, -1)
    expect(ids.map((line) => line.slice(0, line.indexOf(',')))).toEqual(
      contacts.map((one) => one._externalId),
    )
  })

  test('has the same bytes for the same account and moment, and the time of the account', () => {
    const now = () => moment
    const zips = [1, 2].map(() => zipOf(anAccount({ contacts }, { now })))

    expect(zips[0]).toEqual(zips[1])
    expect(timeIn(zips[0] as Uint8Array, 10)).toBe(moment)
  })

  test('has no NUL, for which an import would refuse the whole of it', () => {
    const account = anAccount({ contacts: [{ _externalId: '1', _name: 'a\0b' }] })

    expect(csvIn(zipOf(account))).toContain('\n1,,a\uFFFDb,')
  })

  test('is written also where a single record is as long as many', () => {
    const _name = 'y'.repeat(1_000_000)
    const account = anAccount({
      contacts: [1, 2, 3].map((one) => ({ _externalId: String(one), _name })),
    })

    expect(csvIn(zipOf(account)).split('\n')).toHaveLength(5)
  })
})

describe('CSV', () => {
  test.for([
    [['a', '', 'b'], 'a,,b\n'],
    [['a,b', 'c;d'], '"a,b",c;d\n'],
    [['say "hi"'], '"say ""hi"""\n'],
    [['a\nb', 'c\r\nd', 'e\rf'], '"a\nb","c\r\nd","e\rf"\n'],
    [["=cmd|' /C calc'!A0", '+1', '-1', '@x'], "=cmd|' /C calc'!A0,+1,-1,@x\n"],
    [[' a ', '\t', 'ñ€😀'], ' a ,\t,ñ€😀\n'],
  ] as const)('of %j is %j', ([cells, text]) => {
    expect(csvText([cells], ',')).toBe(text)
  })

  test('quotes the delimiter that it has, and has a line for every record', () => {
    expect(
      csvText(
        [
          ['a,b', 'c;d'],
          ['1', '2'],
        ],
        ';',
      ),
    ).toBe('a,b;"c;d"\n1;2\n')
    expect(csvText([], ';')).toBe('')
  })
})
