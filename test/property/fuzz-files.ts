import fc from 'fast-check'
import { emails, externalIds, productIds } from './pools.ts'

const encoder = new TextEncoder()

/** Cells that fit, five of six times. */
function mostly(right: readonly string[], ...wrong: readonly string[]) {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...right), weight: 5 },
    fc.constantFrom(...wrong, ...right),
  )
}

const url = 'https://shop.example/mug'

/** Columns that there are, with their cells; the first ones are those that records need. */
const fields = {
  contacts: new Map<string, fc.Arbitrary<string>>([
    ['_email', emails],
    ['_externalId', externalIds],
    ['_name', fc.constantFrom('Ada', 'Love, "Ada"', 'two\nlines', '')],
    ['_points', mostly(['7', '0', '-3'], '1e21', '007')],
    ['_birthdate', mostly(['1990-01-31', '1990-01-31T00:00:00Z'], '1990-02-30', 'x')],
    ['_mobilePhone', mostly(['+34600000001', '0612345678'], '12 34')],
    ['_emailStatus', mostly(['active'], 'Active')],
    ['tier', mostly(['gold', 'silver'], 'lead')],
    ['constructor', mostly(['abcde', '=1+1'], 'abcdef')],
    ['toString', mostly(['a', 'a|b'], 'a|a', '|')],
    ['hasOwnProperty', mostly(['true', 'false'], '1')],
    ['toJSON', mostly(['15', '-2'], '16', '1.5')],
    ['valueOf', mostly(['0.5', '3'], '1e400', ',5')],
  ]),
  products: new Map<string, fc.Arbitrary<string>>([
    ['productId', productIds],
    ['name', mostly(['A mug', '=cmd|0'], '')],
    ['productDetailUrl', mostly([url], 'http://elsewhere.example/', '/mug')],
    ['unitPrice', mostly(['9.9', '0'], '-0', '1e308', 'free')],
    ['categories', mostly(['a|b', '/a/b'], '|')],
    ['availability', mostly(['instock'], 'sold')],
    ['publishedAt', mostly(['2026-01-01'], '2026-02-29')],
    ['isBlacklisted', mostly(['true', 'false'], 'TRUE')],
    ['priority', mostly(['1'], '01')],
  ]),
  coupons: new Map<string, fc.Arbitrary<string>>([['code', mostly(['A', 'B', 'C'], '')]]),
}

const needed = { contacts: 1, products: 4, coupons: 1 }

const strangers = fc.constantFrom('__proto__', 'prototype', 'toJSON', '_totalPurchases', 'id', '')

/** A file with records of a kind; nine of ten have what these need, and only known columns. */
export function csvOf(kind: keyof typeof fields, delimiter: string): fc.Arbitrary<Uint8Array> {
  const own = fields[kind]
  const names = [...own.keys()]
  const columns = fc
    .tuple(fc.subarray(names, { minLength: 1 }), fc.nat({ max: 9 }), strangers)
    .map(([some, odds, stranger]) =>
      odds === 0 ? [...some, stranger] : [...names.slice(0, needed[kind]), ...some.slice(0, odds)],
    )
    .map((all) => [...new Set(all)])
  return columns.chain((header) => {
    const cells = fc.tuple(
      ...header.map((name) => own.get(name) ?? fc.constantFrom('', 'x', '{{7*7}}')),
    )
    return fc.tuple(fc.array(cells, { maxLength: 6 }), marks, lineEnds).map(([rows, mark, end]) => {
      const lines = [header, ...rows].map((row) => row.map(quoted).join(delimiter) + end)
      return encoder.encode(mark + lines.join(''))
    })
  })
}

const marks = fc.constantFrom('', '', '\ufeff')
const lineEnds = fc.constantFrom('\n', '\n', '\r\n', '\r')

function quoted(cell: string) {
  return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** What a file does not expect to have in its middle. */
const bits = fc.constantFrom(
  ...['"', '""', '"\n', ';', ',', '\r', '\n', '\r\n\n', '\0', '\ufeff', '\u2028', '😀', '=1+1'],
  ...['PK\u0003\u0004', 'x'.repeat(5000), `"${'\n'.repeat(3000)}"`, ','.repeat(2000)],
)

const noText = fc.constantFrom([0xe9], [0xff, 0xfe], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0xc0, 0x80])

const pieces = fc.oneof(
  { arbitrary: bits.map((bit) => encoder.encode(bit)), weight: 3 },
  noText.map((bytes) => Uint8Array.from(bytes)),
)

/** Puts a piece that nobody expects somewhere into bytes, in place of a few of them. */
export const spoiled: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> = fc
  .tuple(fc.nat(), fc.nat({ max: 8 }), pieces)
  .map(([place, gone, piece]) => (bytes) => {
    const at = place % (bytes.length + 1)
    return Uint8Array.from([...bytes.subarray(0, at), ...piece, ...bytes.subarray(at + gone)])
  })

/** Files that are anything. */
export const hostileFiles: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc
    .string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', '_email'), maxLength: 40 })
    .map((text) => encoder.encode(`_email,_name\n${text}`)),
  fc
    .constantFrom('', '\n', '_email', '\ufeff', '"', '_email\n"', '_email,_email\na,b')
    .map((text) => {
      return encoder.encode(text)
    }),
)
