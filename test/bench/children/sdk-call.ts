/** A call through the SDK, or the same through ky and openapi-fetch alone: `sdk` or `plain`. */
import { strict as assert } from 'node:assert'
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'
import ky from 'ky'
import createClient from 'openapi-fetch'
import type { paths } from '../../../sdk/generated/schema.ts'
import { apiKey, externalIdOf, headers, patch, patchOf } from '../contacts.ts'
import { reportCalls } from './report.ts'

const text = patch(createMock(), 0)
const type = { 'content-type': 'application/json' }
const fetch = async (_request: Request) => new Response(text, { headers: type })
const externalId = externalIdOf(0)
const body = patchOf(0)

const connectif = new Connectif({ apiKey, fetch })
const client = createClient<paths>({
  baseUrl: 'https://api.connectif.cloud',
  headers: { authorization: headers.authorization },
  fetch: (request) =>
    ky(request, { fetch: (input) => fetch(input as Request), retry: { methods: ['patch'] } }),
})

const sides = {
  sdk: () => connectif.contacts.upsert({ externalId }, body),
  plain: async () => {
    const params = { path: { externalId } }
    const { data } = await client.PATCH('/contacts/external-id/{externalId}', { params, body })
    return data
  },
}
const side = sides[process.argv[2] as keyof typeof sides]
assert.deepEqual(await side(), JSON.parse(text))
reportCalls(side)
