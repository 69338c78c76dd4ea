/** The scenario in a worker: against the twin in it, or over HTTP where a server is named. */
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'
import { scenario } from './scenario.ts'

export default {
  async fetch(request: Request): Promise<Response> {
    const baseUrl = new URL(request.url).searchParams.get('server')
    return Response.json(await scenario(baseUrl ? overHttp(baseUrl) : inMemory()))
  },
}

function overHttp(baseUrl: string) {
  return new Connectif({ apiKey: 'worker:secret', baseUrl })
}

function inMemory() {
  const mock = createMock({ jobs: { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY } })
  return new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })
}
