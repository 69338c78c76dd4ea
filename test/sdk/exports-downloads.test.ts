import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { json, lost, type Step, scripted, status } from './scripted.ts'
import { anExport, file, link, type Seen, textOf, zipOf } from './scripted-files.ts'

const zip = zipOf('a,b\n1,2\n')
const finished = json(anExport())

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** What went wrong, with all its causes, as somebody would print it. */
async function troubleOf(call: Promise<unknown>): Promise<Error> {
  const error = await call.then(
    () => new Error('nothing went wrong'),
    (reason: Error) => reason,
  )
  expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('secret')
  return error
}

test('the ZIP is downloaded from its link, byte by byte, without the key', async () => {
  const { connectif, requests } = scripted([finished, file(zip, 7)])

  const stream = await connectif.exports.download('65c1')
  const bytes = new Uint8Array(await new Response(stream as never).arrayBuffer())

  expect(bytes).toEqual(zip)
  expect(requests.map(({ url }) => url)).toEqual(['https://api.connectif.cloud/exports/65c1', link])
  expect(requests[1]?.headers.has('authorization')).toBe(false)
  expect([...(requests[1] as Request).headers.values()].join()).not.toContain('id:secret')
  expect(requests[1]?.redirect).toBe('follow')
})

test('csv unpacks the ZIP', async () => {
  const { connectif } = scripted([finished, file(zip, 7)])

  expect(await textOf(await connectif.exports.csv('65c1'))).toBe('a,b\n1,2\n')
})

test.for([410, 403, 404])('a link that answers %d is got afresh, once', async (code) => {
  const fresh = 'https://files.example.com/export.zip?signature=fresh'
  const steps = [finished, status(code), json(anExport({ fileUrl: fresh })), file(zip)]
  const { connectif, requests } = scripted(steps)

  await connectif.exports.download('65c1')

  expect(requests.map(({ url }) => url)).toEqual([
    'https://api.connectif.cloud/exports/65c1',
    link,
    'https://api.connectif.cloud/exports/65c1',
    fresh,
  ])
})

test.for([
  [410, 'ApiError'],
  [403, 'PermissionError'],
  [404, 'NotFoundError'],
] as const)('a fresh link that answers %d as well is an error', async ([code, name]) => {
  const { connectif, requests } = scripted([finished, status(code), finished, status(code)])

  const error = await troubleOf(connectif.exports.download('65c1'))

  expect(error).toMatchObject({ name, message: `${code}: no reason given`, status: code })
  expect(error).toMatchObject({ path: 'fileUrl of /exports/{id}' })
  expect(requests).toHaveLength(4)
})

test('a 401 of the file is not one of the API key', async () => {
  const { connectif, requests } = scripted([finished, status(401)])

  const error = await troubleOf(connectif.exports.download('65c1'))

  expect(error).toMatchObject({ name: 'AuthenticationError', message: '401: no reason given' })
  expect(requests).toHaveLength(2)
})

test.for<[string, Step]>([
  ['503', status(503)],
  ['429', status(429)],
  ['lost connection', lost('ECONNRESET')],
])('a download is begun again after a %s', async ([, step]) => {
  const { connectif, requests } = scripted([finished, step, file(zip)])

  expect(await textOf(await connectif.exports.csv('65c1'))).toBe('a,b\n1,2\n')
  expect(requests).toHaveLength(3)
})

test('a 429 of the host of the file does not hold the calls of the API back', async () => {
  const onRetry = vi.fn()
  const busy = status(429, { 'retry-after': '3600' })
  const { connectif } = scripted([finished, busy, finished], { onRetry, maxRetries: 0 })

  await connectif.exports.download('65c1').catch(() => {})
  await connectif.exports.get('65c1')

  expect(onRetry).not.toHaveBeenCalled()
})

test.for([
  'http://files.example.com/export.zip?signature=secret',
  'ftp://files.example.com/export.zip?signature=secret',
  'file:///etc/passwd?secret',
  'data:text/plain,secret',
  'https://me:secret@files.example.com/export.zip',
  '/export.zip?secret',
  'https://[?secret',
])('the link %s is not followed', async (fileUrl) => {
  const { connectif, requests } = scripted([json(anExport({ fileUrl })), file(zip)])

  const error = await troubleOf(connectif.exports.download('65c1'))

  expect(error).toMatchObject({
    name: 'ConnectifError',
    message: 'GET fileUrl of /exports/{id}: the link to it is not https, or not a link',
  })
  expect(requests).toHaveLength(1)
})

test('a redirect to an open line is not taken', async () => {
  const answer = new Response(zip)
  Object.defineProperty(answer, 'url', { value: 'http://files.example.com/?secret' })
  const { connectif } = scripted([finished, () => answer])

  const error = await troubleOf(connectif.exports.download('65c1'))

  expect(error).toMatchObject({ name: 'ConnectifError' })
})

test('with an open base URL, as that of a twin, an open link will do', async () => {
  const fileUrl = 'http://127.0.0.1:4010/__files/1/export.zip'
  const steps = [json(anExport({ fileUrl })), file(zip)]
  const { connectif } = scripted(steps, { baseUrl: 'http://127.0.0.1:4010' })

  expect(await textOf(await connectif.exports.csv('65c1'))).toBe('a,b\n1,2\n')
})

test('bytes are taken only as they are read, and a cancel ends the download', async () => {
  const seen: Seen = { pulled: 0, cancelled: false }
  const { connectif } = scripted([finished, file(new Uint8Array(1_000_000), 1000, seen)])

  const stream = await connectif.exports.download('65c1')
  expect(seen.pulled).toBe(0)
  const reader = stream.getReader()
  await reader.read()
  await reader.read()
  expect(seen.pulled).toBe(2)
  await reader.cancel()

  expect(seen).toEqual({ pulled: 2, cancelled: true })
})

test.for(['download', 'csv'] as const)(
  'a cancel of %s ends it while a piece is awaited',
  async (name) => {
    const seen = { cancelled: false }
    const body = new ReadableStream({
      cancel() {
        seen.cancelled = true
      },
    })
    const { connectif } = scripted([finished, () => new Response(body)])
    const reader = (await connectif.exports[name]('65c1')).getReader()

    const reading = reader.read()
    await reader.cancel()

    expect(await reading).toEqual({ done: true, value: undefined })
    expect(seen.cancelled).toBe(true)
  },
)
