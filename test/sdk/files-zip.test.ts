import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { json, scripted } from './scripted.ts'
import { anExport, file, type Seen, streamedZipOf, textOf, zipOf } from './scripted-files.ts'

const csv = `a,b\n${'1,2\n'.repeat(3000)}`
const sizes = [1, 13, 4096, 1_000_000]

/** The text of the file in a ZIP that comes in pieces of this size. */
async function unpacked(zip: Uint8Array, size = 4096): Promise<string> {
  const { connectif } = scripted([json(anExport()), file(zip, size)])
  return textOf(await connectif.exports.csv('65c1'))
}

/** The ZIP with a comment at its end. */
function commented(zip: Uint8Array, comment: string): Uint8Array {
  const bytes = strToU8(comment)
  const both = new Uint8Array([...zip, ...bytes])
  both[zip.length - 2] = bytes.length
  return both
}

test.for<[string, Uint8Array]>([
  ['packed, with its size beforehand', zipOf(csv)],
  ['not packed', zipOf(csv, 0)],
  ['packed, with its size afterwards', streamedZipOf([csv])],
  ['in packed form but larger than before, with its size afterwards', streamedZipOf([csv], 0)],
  ['with a comment of its own', commented(zipOf(csv), `PK\u0005\u0006${'x'.repeat(30)}`)],
  ['with a comment on its file', new Uint8Array(zipSync({ a: [strToU8(csv), { comment: 'PK' }] }))],
  ['of a long name', new Uint8Array(zipSync({ ['x'.repeat(5000)]: strToU8(csv) }))],
])('a file is unpacked that is %s', async ([, zip]) => {
  for (const size of sizes) expect(await unpacked(zip, size)).toBe(csv)
})

test('an empty file is unpacked to nothing', async () => {
  expect(await unpacked(zipOf(''))).toBe('')
  expect(await unpacked(streamedZipOf(['']))).toBe('')
})

test('bytes that look like parts of a ZIP are bytes of the file', async () => {
  const marks = ['PK\u0001\u0002', 'PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008']
  const text = `a,b\n${marks.map((mark) => `${mark},${mark.repeat(20)}\n`).join('')}`

  expect(await unpacked(streamedZipOf([text], 0))).toBe(text)
  expect(await unpacked(zipOf(text, 0))).toBe(text)
})

/** The ZIP with another number at this place. */
function changed(zip: Uint8Array, at: number, bytes: number[]): Uint8Array {
  const copy = zip.slice()
  copy.set(bytes, at < 0 ? zip.length + at : at)
  return copy
}

const stored = zipOf(csv, 0)
const packed = zipOf(csv)
/** Where its only file is listed, before the last 22 bytes. */
const listed = -22 - 46 - '../../etc/passwd'.length
test.for<[string, Uint8Array, string]>([
  ['no file', new Uint8Array(zipSync({})), 'holds no file'],
  ['two files', streamedZipOf([csv, csv]), 'holds 2 files, and exports have one'],
  [
    'two files with sizes',
    new Uint8Array(zipSync({ a: strToU8(csv), b: strToU8(csv) })),
    'holds 2 files, and exports have one',
  ],
  ['no bytes', new Uint8Array(), 'is cut short'],
  ['an error page', strToU8('<html>Not found</html>'), 'is none'],
  ['a CSV file', strToU8(csv), 'is none'],
  ['another value than was packed', changed(stored, 1000, [0x33]), 'is broken'],
  ['broken packing', changed(packed, 60, [0xff, 0xff, 0xff, 0xff]), 'is broken'],
  ['a wrong sum', changed(packed, listed + 16, [1, 2, 3, 4]), 'is broken'],
  ['a wrong size', changed(packed, listed + 24, [0, 0, 1]), 'is broken'],
  ['a list elsewhere', changed(packed, -6, [1, 0]), 'is broken'],
  ['a password', changed(packed, 6, [1]), 'is packed in a way that cannot be read'],
  ['LZMA', changed(packed, 8, [14]), 'is packed in a way that cannot be read'],
  [
    'a stored file of unknown size',
    changed(stored, 6, [8]),
    'is packed in a way that cannot be read',
  ],
])('a ZIP with %s is an error', async ([, zip, what]) => {
  for (const size of sizes) {
    await expect(unpacked(zip, size)).rejects.toMatchObject({
      name: 'ConnectifError',
      message: `the downloaded ZIP ${what}`,
    })
  }
})

test('a second file that never ends is not waited for', async () => {
  const seen: Seen = { pulled: 0, cancelled: false }
  const zip = streamedZipOf([csv])
  const endless = new Uint8Array(10_000_000)
  endless.set(zip)
  const { connectif } = scripted([json(anExport()), file(endless, 4096, seen)])

  await expect(connectif.exports.csv('65c1').then(textOf)).rejects.toMatchObject({
    message: 'the downloaded ZIP holds several files, and exports have one',
  })
  expect(seen.pulled).toBeLessThan(200)
  expect(seen.cancelled).toBe(true)
})

test('a bomb is unpacked only as far as it is read', async () => {
  const seen: Seen = { pulled: 0, cancelled: false }
  const bomb = zipOf(new Uint8Array(40_000_000))
  const { connectif } = scripted([json(anExport()), file(bomb, 1_000_000, seen)])

  const reader = (await connectif.exports.csv('65c1')).getReader()
  const { value } = await reader.read()
  await reader.cancel()

  expect(bomb.length).toBeLessThan(100_000)
  expect(value?.length).toBeLessThan(9_000_000)
  expect(seen.pulled).toBeLessThan(4)
  expect(seen.cancelled).toBe(true)
})
