/** A worker of a load, until it is killed: socket of Redis, base URL. */
import { work } from '../../sdk/queue/index.ts'

const [path = '', baseUrl = ''] = process.argv.slice(2)

await work(
  { connection: { path } },
  { apiKey: 'test:secret', baseUrl },
  { lockDuration: 5000, concurrency: 4 },
)
