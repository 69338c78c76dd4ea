import { inspect } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import { Connectif, ConnectifError } from '../../sdk/index.ts'

const apiKey = 'id:secret'
const refusal = (make: () => unknown) => {
  try {
    make()
  } catch (error) {
    return error as Error
  }
  return undefined
}
afterEach(() => vi.unstubAllGlobals())

test.for([
  undefined,
  '',
  'secret',
  ':secret',
  'id:',
  'apiKey id:secret',
  'id: secret',
  'id:secret\n',
  'id:sec\r\nret',
  'id:sécret',
  'id:\u200bsecret',
  'í:secret',
])('the key %j is refused when the client is made, without being shown', (key) => {
  const error = refusal(() => new Connectif({ apiKey: key }))

  expect(error).toBeInstanceOf(ConnectifError)
  expect(error?.message).toBe('apiKey must be "keyId:keySecret" without spaces')
})

test('the secret of a key may hold colons and all other visible ASCII', () => {
  expect(() => new Connectif({ apiKey: 'id:a:b/c+d=!~{}"' })).not.toThrow()
})

test.for([
  'api.connectif.cloud',
  '/v1',
  '',
  'ftp://example.com',
  'file:///etc',
  'https://',
  'http://a b/',
  'https://user:pw@example.com',
  'https://user@example.com',
  'https://example.com/?a=1',
  'https://example.com/?',
  'https://example.com/#a',
  'https://example.com/#',
])('the base URL %j is refused', (baseUrl) => {
  expect(refusal(() => new Connectif({ apiKey, baseUrl }))).toBeInstanceOf(ConnectifError)
})

test.for([
  { timeout: 0 },
  { timeout: -1 },
  { timeout: Number.NaN },
  { timeout: 2 ** 31 },
  { maxRetries: 1.5 },
  { maxRetries: -1 },
  { maxRetryWait: -1 },
  { maxRetryWait: Infinity },
])('the option %o is refused', (option) => {
  expect(refusal(() => new Connectif({ apiKey, ...option }))).toBeInstanceOf(ConnectifError)
})

test('the client shows its base URL and nothing else', () => {
  const connectif = new Connectif({ apiKey, baseUrl: 'http://127.0.0.1:4010/' })

  expect(inspect(connectif)).toBe('Connectif(http://127.0.0.1:4010)')
  expect(JSON.stringify(connectif)).toBe('{"baseUrl":"http://127.0.0.1:4010"}')
  const whole = inspect(connectif, { customInspect: false, showHidden: true, depth: 20 })
  expect(whole).not.toContain('secret')
})

test('a browser is refused for a real API, and let through where the key is safe', () => {
  vi.stubGlobal('document', {})
  const fetch = async () => new Response()

  expect(refusal(() => new Connectif({ apiKey }))?.message).toContain('call from a server')
  expect(() => new Connectif({ apiKey, dangerouslyAllowBrowser: true })).not.toThrow()
  expect(() => new Connectif({ apiKey, fetch })).not.toThrow()
  for (const host of ['localhost:4010', 'twin.localhost', '127.0.0.1', '127.1.2.3', '[::1]:4010']) {
    expect(() => new Connectif({ apiKey, baseUrl: `http://${host}` })).not.toThrow()
  }
  for (const host of ['localhost.example.com', '127.0.0.1.example.com', 'notlocalhost']) {
    expect(() => new Connectif({ apiKey, baseUrl: `http://${host}` })).toThrow(ConnectifError)
  }
})
