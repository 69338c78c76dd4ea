import { createRequire } from 'node:module'
import { http, passthrough } from 'msw'
import { setupServer } from 'msw/node'
import { http as olderHttp } from 'msw2'
import { expect, inject, test } from 'vitest'
import { handlers } from '../../../mock/carriers/msw.ts'
import { serve } from '../../../mock/carriers/server.ts'
import { createMock } from '../../../mock/index.ts'
import { Connectif } from '../../../sdk/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Major of the msw that the project runs on. */
    msw: 2 | 3
  }
}

const require = createRequire(import.meta.url)

test('the MSW carrier stands on the msw of this project', () => {
  const [handler] = handlers(createMock())
  const older = olderHttp.get('https://x.example', () => undefined).constructor
  const current = inject('msw') === 2 ? 'msw2' : 'msw'

  expect(handler).toBeInstanceOf(http.get('https://x.example', () => undefined).constructor)
  expect(handler instanceof older).toBe(inject('msw') === 2)
  expect(require(`${current}/package.json`).version).toMatch(new RegExp(`^${inject('msw')}\\.`))
})

test('the MSW carrier is one handler, which leaves other hosts alone', async () => {
  const mock = createMock()
  const others = http.get('https://shop.example/*', () => new Response('theirs'))
  const server = setupServer(...handlers(mock), others, http.all('http://127.0.0.1:*', passthrough))
  server.listen()

  const theirs = await (await fetch('https://shop.example/contacts/email/a')).text()
  const ours = await fetch('https://api.connectif.cloud/contacts/email/a')
  server.close()

  expect(handlers(mock)).toHaveLength(1)
  expect(theirs).toBe('theirs')
  expect(ours.status).toBe(401)
})

test('the MSW carrier takes another base URL', async () => {
  const mock = createMock()
  const server = setupServer(...handlers(mock, { baseUrl: 'https://api.test/' }))
  server.listen()
  const connectif = new Connectif({ apiKey: 'a:b', baseUrl: 'https://api.test' })

  await connectif.contacts.upsert({ externalId: '42' }, {})
  server.close()

  expect(mock.contacts.count).toBe(1)
})

test('mock.fetch answers whatever the host, and takes all that a fetch takes', async () => {
  const mock = createMock()
  const url = 'https://any.example/contacts/external-id/42?a=b#c'
  const headers = { authorization: 'apiKey a:b', 'content-type': 'application/json' }
  const init = { method: 'PATCH', headers, body: '{}' }

  const answers = await Promise.all([
    mock.fetch(url, init),
    mock.fetch(new URL(url), init),
    mock.fetch(new Request(url, init)),
    mock.fetch(new Request(url, { headers }), { method: 'GET' }),
  ])

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(mock.contacts.count).toBe(1)
})

test('a call that is aborted before its turn reaches no account', async () => {
  const mock = createMock()
  const controller = new AbortController()
  const headers = { authorization: 'apiKey a:b', 'content-type': 'application/json' }

  const call = mock.fetch('https://api.example/contacts/external-id/42', {
    method: 'PATCH',
    headers,
    body: '{}',
    signal: controller.signal,
  })
  controller.abort()

  await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  expect(mock.contacts.count).toBe(0)
})

test('a port that is taken is an Error, a closed server frees its port', async () => {
  const server = await serve(createMock(), { port: 0 })

  await expect(serve(createMock(), { port: server.port })).rejects.toThrow('EADDRINUSE')
  await server.close()
  const again = await serve(createMock(), { port: server.port })
  expect(again.url).toBe(`http://127.0.0.1:${server.port}`)
  await again.close()
})
