import { expect, test } from 'vitest'
import { aTwin, call, formOf, imported, refusalOfFile } from '../support/imports.ts'

const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0])
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const utf16 = Uint8Array.from(Buffer.from('\ufeff_email\nada@example.com\n', 'utf16le'))
const tenMegabytes = `_email,note\nada@example.com,${'x'.repeat(10_000_000)}\n`

test.for([
  ['an empty one', '', 'has no header: it is empty'],
  ['one with a byte order mark alone', '\ufeff', 'has no header: it is empty'],
  ['one of empty lines', '\n\r\n\r', 'has no header: it is empty'],
  ['one without an identifier', '_name\nAda\n', 'has no column _externalId or _email'],
  ['one without a header', 'ada@example.com,Ada\n', 'has no column _externalId or _email'],
  ['one with another delimiter', '_name;_email\nAda;a@b.example\n', 'has another delimiter than ,'],
  ['a quoted one with another', '"_name";"_email"\n"A";"a@b.c"\n', 'has another delimiter than ,'],
  ['one with a column twice', '_email,_name,_name\n', 'has the column "_name" twice'],
  ['one with an identifier twice', '_email,_email\n', 'has the column "_email" twice'],
  ['one with a broken header', '_email,"a"b\n', 'has a header whose quotes are broken'],
  ['one open at the other', '_email;"a,b\n1,2\n', 'has a header whose quotes are broken'],
  [
    'Latin-1',
    latin1('_email,_name\na@b.example,Ada\nb@b.example,Nuñez\n'),
    'is not UTF-8 at line 3',
  ],
  ['a lone surrogate', latin1('_email\n\xed\xa0\x80\n'), 'is not UTF-8 at line 2'],
  ['one cut off in a character', latin1('_email\nñ\n\xc3'), 'is not UTF-8 at line 2'],
  ['a NUL', '_email\na@b.example\n\0\n', 'has a NUL at line 3; it must be text in UTF-8'],
  ['UTF-16', utf16, 'has a NUL at line 1; it must be text in UTF-8'],
  ['a ZIP', zip, 'is a ZIP; it must be CSV that is not compressed'],
  ['a line of 10 MB', tenMegabytes, 'has a record of more than 1000000 bytes, at line 2'],
  [
    'an open quote',
    '_email,_name\na@b.example,Ada\nb@b.example,"Bob\nc@b.example,Cy\n',
    'has a quote that is never closed, in the record at line 3',
  ],
] as const)('a file is refused, and nothing queued: %s', async ([, file, reason]) => {
  const mock = aTwin()

  const refusal = await refusalOfFile(mock, file)

  expect(refusal).toEqual({ status: 422, rule: 'import-file', path: 'file', reason })
  expect((await call(mock, 'GET /imports/')).json.results).toEqual([])
  mock.clock.advance({ minutes: 5 })
  expect(mock.contacts.count).toBe(0)
})

test.for([
  ['contacts', '_externalId\n', undefined],
  ['contacts', '_email\n', undefined],
  ['contacts', 'productId,code\n', 'has no column _externalId or _email'],
  ['products', 'productId\n', undefined],
  ['products', '_email\n', 'has no column productId'],
  ['coupons', 'code\n', undefined],
  ['coupons', 'Code\n', 'must have the one column code'],
  ['coupons', 'code,amount\n', 'must have the one column code'],
] as const)('a file of %s with the header %j is refused: %s', async ([type, header, reason]) => {
  const coupons = type === 'coupons' ? { couponSetId: '1' } : {}

  const refusal = await refusalOfFile(aTwin(), header, { type, ...coupons })

  expect(refusal?.reason).toBe(reason)
})

test.for([
  [1_000_000, undefined],
  [1_000_001, 'has a record of more than 1000000 bytes, at line 2'],
] as const)('a record of %i bytes is refused: %s', async ([bytes, reason]) => {
  const start = 'ada@example.com,'
  const file = `_email,note\r\n${start}${'x'.repeat(bytes - start.length)}\r\n`

  const refusal = await refusalOfFile(aTwin(), file)

  expect(refusal?.reason).toBe(reason)
})

test('a file that is not sent is refused, and so is a text in its place', async () => {
  const text = formOf(null)
  text.set('file', '_email\n')

  const none = await call(aTwin(), 'POST /imports/', formOf(null))
  const notAFile = await call(aTwin(), 'POST /imports/', text)

  const error = (reason: string) => ({ validationErrors: [{ path: 'file', reason }] })
  expect(none).toMatchObject({ status: 422, rule: 'body-shape', json: error('is required') })
  expect(notAFile).toMatchObject({
    status: 422,
    rule: 'import-file',
    json: error('must be a file: a part with a file name'),
  })
})

test('50 MB are a file, and one byte more is not', { timeout: 60_000 }, async () => {
  const mock = aTwin()
  const bytes = new Uint8Array(50_000_001).fill(10)
  bytes.set(new TextEncoder().encode('_email'))

  const most = await call(mock, 'POST /imports/', formOf(bytes.subarray(0, 50_000_000)))
  const more = await call(mock, 'POST /imports/', formOf(bytes))

  expect(most).toMatchObject({ status: 201, json: { total: 0 } })
  expect(more).toMatchObject({ status: 413, rule: 'body-size' })
  expect((await call(mock, 'GET /imports/')).json.results).toHaveLength(1)
})

test('an import that is no form is refused with 415', async () => {
  const mock = aTwin()
  const headers = { authorization: 'apiKey test:secret', 'content-type': 'text/csv' }

  const response = await mock.fetch('https://api.connectif.cloud/imports/', {
    method: 'POST',
    headers,
    body: '_email\n',
  })

  expect(response.status).toBe(415)
  expect(response.headers.get('x-connectif-mock-rule')).toBe('content-type')
})

test('a header without records is imported at once, and nothing of it written', async () => {
  const mock = aTwin()

  const done = await imported(mock, '_email,_name')

  expect(done).toMatchObject({ status: 'finished', total: 0, success: 0, errors: 0, report: [] })
  expect(mock.contacts.count).toBe(0)
})
