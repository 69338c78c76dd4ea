/** The scenario against the twin in the same process. */
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'
import { scenario } from './scenario.ts'

const mock = createMock({ jobs: { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY } })
const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })

console.log(JSON.stringify(await scenario(connectif)))
