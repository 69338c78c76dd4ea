/** The scenario over HTTP: the runtime's own `fetch` and `node:http`, and a file from the disk. */
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'
import { serve } from 'connectif-sdk/mock/server'
import { scenario } from './scenario.ts'

const mock = createMock({ jobs: { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY } })
const server = await serve(mock, { port: 0 })
const connectif = new Connectif({ apiKey: 'test:secret', baseUrl: server.url })

const answers = await scenario(connectif, { path: 'customers.csv' })
const missing = connectif.imports.create({ type: 'contacts', file: { path: 'missing.csv' } })
const refused = await missing.catch(({ message }) => message)

console.log(JSON.stringify({ ...answers, missing: refused }))
await server.close()
