import { aShop } from '../../mock/builders/shop.ts'
import { serve } from '../../mock/carriers/server.ts'
import { createMock } from '../../mock/index.ts'
import { type CurlRequest, requestOf } from './curl-line.ts'

/** The requests of the curl commands in a text. */
function requestsOf(text: string): CurlRequest[] {
  return text
    .split(/^(?=curl )/m)
    .filter((command) => command.startsWith('curl '))
    .map((command) => requestOf(command))
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
