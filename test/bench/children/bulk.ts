/** Many items through the bulk layer, or as many plain calls ten at a time: `bulk` or `plain`. */
import { setImmediate } from 'node:timers/promises'
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'
import { apiKey, externalIdOf, patch, patchOf } from '../contacts.ts'
import { reportCalls } from './report.ts'

const text = patch(createMock(), 0)
const headers = { 'content-type': 'application/json' }
/** In a task of its own, as the network has it: what was weakly held is let go of only then. */
const fetch = async () => {
  await setImmediate()
  return new Response(text, { headers })
}
const connectif = new Connectif({ apiKey, fetch })

function* rows(count: number) {
  for (let at = 0; at < count; at++) yield { _externalId: externalIdOf(at), ...patchOf(at) }
}

const loads: Record<string, (count: number) => PromiseLike<unknown>> = {
  bulk: (count) => connectif.contacts.upsertMany(rows(count)),
  plain: async (count) => {
    const source = rows(count)
    const sender = async () => {
      for (const { _externalId: externalId, ...body } of source) {
        await connectif.contacts.upsert({ externalId }, body)
      }
    }
    await Promise.all(Array.from({ length: 10 }, sender))
  },
}

const [how = '', said] = process.argv.slice(2)
const load = loads[how] as (count: number) => PromiseLike<unknown>
if (said === undefined) {
  reportCalls(() => load(500))
} else {
  process.on('message', async (count: number) => {
    await load(count)
    await setImmediate()
    globalThis.gc?.()
    process.send?.(process.memoryUsage().heapUsed / 2 ** 20)
  })
  process.send?.(0)
}
