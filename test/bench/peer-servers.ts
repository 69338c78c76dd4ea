import { started } from './children.ts'
import { externalIdOf } from './contacts.ts'
import { rounds } from './load.ts'
import { peersAreInstalled } from './peers.ts'
import { count, type Effort, type PeerRow } from './report.ts'
import { microseconds, perSecond, takeTurns, type Work } from './rounds.ts'

const twinFile = new URL('./children/twin-server.ts', import.meta.url)
const jsonFile = new URL('./children/json-server.ts', import.meta.url)
const prismFile = new URL('./children/prism.ts', import.meta.url)
const contacts = 1000

/** Servers that others mock APIs with, against the twin's. */
export async function peerServers({ short }: Effort): Promise<PeerRow[]> {
  if (!peersAreInstalled(short)) {
    const measured = 'not installed'
    return [{ what: 'json-server, Prism', measured, comparison: '', without: '' }]
  }
  using twinServer = await started(twinFile, [contacts, 'plain'])
  using jsonServer = await started(jsonFile, [contacts])
  using prismServer = await started(prismFile, [contacts])
  const path = (number: number) => `/contacts/${externalIdOf(number)}`
  const { twin, json, prism } = await takeTurns(
    {
      twin: rounds({ server: twinServer, contacts }, 3000),
      json: rounds({ server: jsonServer, contacts, path }, 600),
      prism: rounds({ server: prismServer, contacts }, 300),
    },
    short ? { rounds: 4, warmUp: 2 } : { rounds: 15, warmUp: 3 },
  )
  const row = (what: string, work: Work, without: string): PeerRow => ({
    what,
    measured: `${microseconds(work).toFixed(0)} µs, ${count(perSecond(work))}/s`,
    comparison: `${(microseconds(work) / microseconds(twin)).toFixed(1)} ×`,
    without,
  })
  return [
    row('twin server, PATCH by External ID', twin, ''),
    row('json-server 0.17 in memory, PATCH by id', json, 'key, shape, every rule'),
    row('Prism 5 on the contract, same PATCH', prism, 'state: its answer is fixed; every rule'),
  ]
}
