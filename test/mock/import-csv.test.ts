import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recordsAt } from '../../mock/files/csv-read.ts'
import { scan } from '../../mock/files/scan.ts'
import { Walk } from '../../mock/files/walk.ts'
import { aTwin, imported } from '../support/imports.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** All records of a text, so many at a time. */
function read(text: string, most: number, delimiter = ',') {
  const bytes = bytesOf(text)
  const records = []
  for (let place = { bytes, at: 0, line: 1 }; ; ) {
    const slice = recordsAt(place, delimiter, most)
    if (slice.records.length === 0) return records
    records.push(...slice.records)
    place = { bytes, at: slice.at, line: slice.line }
  }
}

const texts = fc
  .array(fc.constantFrom('a', 'é', '"', '"', '""', ',', ';', '\r\n', '\n', '\r'), { maxLength: 25 })
  .map((parts) => parts.join(''))

const parserOptions = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  skip_empty_lines: true,
}

describe('records', () => {
  test.for([
    [
      'a,b\r\nc,d\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      '\n\na\n\r\n\rb\n',
      [
        [3, 'a'],
        [6, 'b'],
      ],
    ],
    [
      '"a\nb\r\nc\rd",e\nf,g\n',
      [
        [1, 'a\nb\r\nc\rd', 'e'],
        [5, 'f', 'g'],
      ],
    ],
    ['"a ""b"", c",d', [[1, 'a "b", c', 'd']]],
    [
      ',\n""\n',
      [
        [1, '', ''],
        [2, ''],
      ],
    ],
    ['a"b,c\nd,e\n', [[1], [2, 'd', 'e']]],
    ['"a"b,c\nd,e\n', [[1], [2, 'd', 'e']]],
    ['a,b"\n"c",d\n', [[1], [2, 'c', 'd']]],
  ] as const)('of %j are %j', ([text, expected]) => {
    const records = read(text, 10).map(({ line, cells = [] }) => [line, ...cells])

    expect(records).toEqual(expected)
  })

  test('are the same however many are read at a time', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 4 }), (text, most) => {
        fc.pre(!isOpen(text))

        expect(read(text, most)).toEqual(read(text, 100))
      }),
    )
  })

  test('are those of the parser where all quotes are right, and alone wrong where one is not', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!isOpen(text))
        const records = read(text, 100)

        const walk = new Walk(bytesOf(text), ',')
        for (const { cells } of records) {
          walk.next()
          const own = bytesOf(text).subarray(walk.start, walk.end)
          if (cells === undefined) expect(() => parse(own, parserOptions)).toThrow()
          else expect(parse(own, parserOptions)).toEqual([cells])
        }
        expect(walk.next()).toBe(false)
        if (records.every(({ cells }) => cells)) {
          expect(records.map(({ cells }) => cells)).toEqual(parse(bytesOf(text), parserOptions))
        }
      }),
    )
  })

  function isOpen(text: string) {
    const walk = new Walk(bytesOf(text), ',')
    while (walk.next()) if (!walk.closed) return true
    return false
  }
})

describe('a scan', () => {
  test('counts the records behind the header, and says where they begin', () => {
    const file = scan(bytesOf('\ufeff\n"_em""ail",b\r\n1,2\n\n"3\n",4'), ',')

    expect(file).toMatchObject({ header: ['_em"ail', 'b'], records: 2, at: 18, line: 3 })
    expect(file.flaw).toBeUndefined()
  })

  test('finds what is not UTF-8 behind long text, at its line', () => {
    const text = `${'é😀,\r\n'.repeat(100_000)}`
    const bytes = bytesOf(`${text}x\n`)
    bytes[bytes.length - 2] = 0xe9

    expect(scan(bytesOf(text), ',').flaw).toBeUndefined()
    expect(scan(bytes, ',').flaw).toEqual({ kind: 'not-utf-8', line: 100_001 })
  })

  test('takes characters for what they are wherever the pieces are cut', () => {
    for (let shift = 0; shift < 4; shift++) {
      const text = `${'x'.repeat(65_534 + shift)}\n${'😀'.repeat(40_000)}`
      expect(scan(bytesOf(text), ',').flaw).toBeUndefined()
    }
  })
})

test('a file with everything that CSV can have is imported, with the right lines', async () => {
  const mock = aTwin()
  const file = [
    '\ufeff"_email";"_name"',
    'a@b.example;"Ada; ""Countess""\r\nof Lovelace"',
    '',
    'b@b.example;Bo"b',
    'c@b.example',
    'd@b.example;Dee;',
    'nobody;"x',
    'y"',
    'é@b.example;Ed',
    'f@b.example;Füß 😀',
  ].join('\r\n')

  const done = await imported(mock, file, { delimiter: ';' })

  expect(done).toMatchObject({ total: 7, success: 2, errors: 5 })
  expect(done.report).toEqual([
    [5, '', '', 'import-values'],
    [6, '', '', 'import-values'],
    [7, '', '', 'import-values'],
    [8, '_email', 'nobody', 'email-valid'],
    [10, '_email', 'é@b.example', 'email-valid'],
  ])
  expect(mock.contacts.all().map(({ _name }) => _name)).toEqual([
    'Ada; "Countess"\r\nof Lovelace',
    'Füß 😀',
  ])
})

test('a file of many slices has the right lines, and one broken record spoils no other', async () => {
  const mock = aTwin()
  const records = Array.from({ length: 1200 }, (_, at) =>
    at % 400 === 7 ? `a${at}@b.example,x"y` : `a${at}@b.example,"x\ny"`,
  )

  const done = await imported(mock, `_email,_name\n${records.join('\n')}\n`)

  expect(done).toMatchObject({ total: 1200, success: 1197, errors: 3 })
  expect(done.report.map(([line]) => line)).toEqual([16, 815, 1614])
  expect(mock.contacts.count).toBe(1197)
})
