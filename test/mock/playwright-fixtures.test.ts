import { expect, test } from 'vitest'
import { createMock, type Mock } from '../../mock/mock.ts'
import type { MockOptions } from '../../mock/options.ts'
import {
  type Routable,
  type RoutedCall,
  routeToTwin,
  type TwinOfTest,
  twinFixtures,
} from '../../mock/playwright.ts'
import { Connectif } from '../../sdk/index.ts'

test('a test has a twin as it says, a client and a server of it', async () => {
  const mockOptions = { seed: { contacts: [{ _email: 'ada@example.com', _name: 'Ada' }] } }

  await withTwin(mockOptions, async (twin) => {
    await twinFixtures.twinUrl({ mock: twin.mock }, async (baseUrl) => {
      const overHttp = new Connectif({ apiKey: 'test:secret', baseUrl })
      await overHttp.contacts.upsert({ email: 'ada@example.com' }, { _points: 7 })
    })
    const ada = await twin.connectif.contacts.get({ email: 'ada@example.com' })

    expect([ada._name, ada._points]).toEqual(['Ada', 7])
  })
})

test('the server ends with the test', async () => {
  let url = ''
  await withTwin({}, async ({ mock }) => {
    await twinFixtures.twinUrl({ mock }, async (twinUrl) => {
      url = twinUrl
    })
  })

  await expect(fetch(url)).rejects.toThrow()
})

test('the client of declared accounts has the first key', async () => {
  const accounts = { shop: { keys: { 'erp:secret': ['contacts:write'] as const } } }

  await withTwin({ accounts }, async ({ connectif, mock }) => {
    await connectif.contacts.upsert({ email: 'ada@example.com' }, {})

    expect(mock.account('erp:secret').contacts.count).toBe(1)
  })
})

test('a test whose client makes a mistake fails, unless the twin is reset', async () => {
  const mistake = async ({ fetch }: Mock) => {
    await fetch('https://api.connectif.cloud/contacts/email/ada@example.com?apiKey=test:secret')
  }

  const ended = withTwin({}, ({ mock }) => mistake(mock))
  await expect(ended).rejects.toThrow(/\(key-in-query\)[\s\S]*end the test with mock\.reset\(\)/)
  await withTwin({}, async ({ mock }) => {
    await mistake(mock)
    mock.reset()
  })
})

test('a test in which a fault was never met fails', async () => {
  const ended = withTwin({}, async ({ mock }) => {
    mock.faults.add({ kind: 'reset', on: 'POST /purchases/' })
  })

  await expect(ended).rejects.toThrow('No call met the fault {"kind":"reset"')
})

test('pages ask the twin what they ask of the API, and nothing else', async () => {
  await withTwin({}, async ({ mock }) => {
    const pages = new Pages()
    await twinFixtures.context({ context: pages, mock }, async () => {})
    mock.faults.add({ kind: 'reset', nth: 2 })
    const address = 'https://api.connectif.cloud/contacts/email/ada@example.com'

    expect(await pages.ask('PATCH', address, '{"_name": "Ada"}')).toMatchObject({ status: 200 })
    expect(await pages.ask('GET', address)).toBe('aborted')
    expect(await pages.ask('GET', 'https://shop.example/')).toBe('not routed')
    expect(mock.contacts.find({ email: 'ada@example.com' })?._name).toBe('Ada')
  })
})

test('an answer that is cut is a failed call in the page', async () => {
  await withTwin({}, async ({ mock }) => {
    const pages = new Pages()
    await routeToTwin(pages, mock)
    mock.faults.add({ kind: 'truncate' })
    const address = 'https://api.connectif.cloud/contacts/email/ada@example.com'

    expect(await pages.ask('PATCH', address, '{"_name": "Ada"}')).toBe('aborted')
    expect(mock.contacts.find({ email: 'ada@example.com' })?._name).toBe('Ada')
  })
})

test('what goes wrong in the twin itself is no failed call', async () => {
  const pages = new Pages()
  const mock = Object.assign(createMock(), {
    fetch: () => Promise.reject(new RangeError('a bug')),
  })
  await routeToTwin(pages, mock)

  await expect(pages.ask('GET', 'https://api.connectif.cloud/')).rejects.toThrow('a bug')
})

function withTwin(mockOptions: MockOptions, body: (twin: TwinOfTest) => Promise<void>) {
  return twinFixtures.twin({ mockOptions }, body)
}

/** Pages as Playwright has them, of which only the routing is there. */
class Pages implements Routable {
  #matches: (url: URL) => boolean = () => false
  #handler: (call: RoutedCall) => Promise<void> = async () => {}

  async route(matches: (url: URL) => boolean, handler: (call: RoutedCall) => Promise<void>) {
    this.#matches = matches
    this.#handler = handler
  }

  async ask(method: string, url: string, body?: string): Promise<unknown> {
    if (!this.#matches(new URL(url))) return 'not routed'
    const headers = { authorization: 'apiKey test:secret', 'content-type': 'application/json' }
    const postData = body === undefined ? null : Buffer.from(body)
    return new Promise((resolve, reject) => {
      this.#handler({
        request: () => ({
          method: () => method,
          url: () => url,
          headers: () => headers,
          postDataBuffer: () => postData,
        }),
        fulfill: async (response) => resolve(response),
        abort: async () => resolve('aborted'),
      }).catch(reject)
    })
  }
}
