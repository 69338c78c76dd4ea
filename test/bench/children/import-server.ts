/** The twin on `node:http`, which imports as fast as it can. */
import { createMock } from 'connectif-sdk/mock'
import { serve } from 'connectif-sdk/mock/server'

/** What the process has used so far. */
export interface Usage {
  /** Milliseconds of processor time, of all threads. */
  readonly processorTime: number
  /** The most memory that it had, in bytes. */
  readonly memory: number
}

const jobs = { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY }
const server = await serve(createMock({ jobs }), { port: 0 })

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  const memory = process.resourceUsage().maxRSS * 1024
  process.send?.({ processorTime: (user + system) / 1000, memory } satisfies Usage)
})
process.send?.(server.port)
