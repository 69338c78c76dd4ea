import { strict as assert } from 'node:assert'
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'
import ky from 'ky'
import createClient from 'openapi-fetch'
import type { paths } from '../../sdk/generated/schema.ts'
import { apiKey, externalIdOf, headers, patch, patchOf } from './contacts.ts'
import { type Effort, type Row, timesRow } from './report.ts'
import { microseconds, repeated, takeTurns } from './rounds.ts'

const callsInRound = 200

/** A call of the SDK against the same call through plain ky and openapi-fetch. */
export async function sdkCall({ short }: Effort): Promise<Row[]> {
  const text = patch(createMock(), 0)
  const type = { 'content-type': 'application/json' }
  const fetch = async (_request: Request) => new Response(text, { headers: type })
  const externalId = externalIdOf(0)
  const body = patchOf(0)

  const connectif = new Connectif({ apiKey, fetch })
  const throughSdk = () => connectif.contacts.upsert({ externalId }, body)

  const client = createClient<paths>({
    baseUrl: 'https://api.connectif.cloud',
    headers: { authorization: headers.authorization },
    fetch: (request) =>
      ky(request, { fetch: (input) => fetch(input as Request), retry: { methods: ['patch'] } }),
  })
  const throughKy = async () => {
    const params = { path: { externalId } }
    const { data } = await client.PATCH('/contacts/external-id/{externalId}', { params, body })
    return data
  }
  assert.deepEqual(await throughSdk(), await throughKy(), 'both answer the same')

  const { sdk, plain } = await takeTurns(
    {
      sdk: () => repeated(callsInRound, throughSdk),
      plain: () => repeated(callsInRound, throughKy),
    },
    short ? { rounds: 60, warmUp: 20 } : { rounds: 200, warmUp: 40 },
  )
  return [
    timesRow('SDK call against ky + openapi-fetch', microseconds(sdk), microseconds(plain), 1.3),
  ]
}
