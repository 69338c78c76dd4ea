import { aShop } from '../../mock/builders/shop.ts'
import { serve } from '../../mock/carriers/server.ts'
import { createMock } from '../../mock/index.ts'

/** What fetch needs to make the request of a curl command. */
export interface CurlRequest {
  readonly url: string
  readonly init: RequestInit
  /** Whether the answer is a stream, which does not end by itself. */
  readonly streams: boolean
}

/** The requests that the curl commands of a text make, as far as the README uses curl. */
function requestsOf(text: string): CurlRequest[] {
  return text
    .split(/^(?=curl )/m)
    .filter((command) => command.startsWith('curl '))
    .map(requestOf)
}

function requestOf(command: string): CurlRequest {
  const headers = Array.from(
    command.matchAll(/-H "([^:"]+): ([^"]+)"/g),
    ([, name = '', value = '']): [string, string] => [name, value],
  )
  return {
    url: command.match(/http:[^\s"]+/)?.[0] ?? '',
    init: {
      method: command.match(/-X (\w+)/)?.[1] ?? 'GET',
      headers,
      body: command.match(/-d '([^']+)'/)?.[1] ?? null,
    },
    streams: / -N /.test(command),
  }
}

/** What the commands of a block are answered by a twin that holds the demo shop. */
export async function answersOfDemoShop(code: string) {
  const server = await serve(createMock({ seed: aShop() }), { port: 0 })
  const statuses: number[] = []
  let answers = ''

  for (const { url, init, streams } of requestsOf(code)) {
    const response = await fetch(url.replace('http://127.0.0.1:4010', server.url), init)
    statuses.push(response.status)
    if (streams) await response.body?.cancel()
    else answers += `${await response.text()}\n`
  }
  await server.close()
  return { answers, statuses }
}
