import { strict as assert } from 'node:assert'
import { started } from './children.ts'
import { bytesOf, rounds } from './load.ts'
import { count, type Effort, percent, type Row } from './report.ts'
import { microseconds, perSecond, takeTurns, type Work } from './rounds.ts'

const few = 1000

/** The twin's server against a bare one, and with many contacts against few. */
export async function serverSpeed({ short, manyContacts }: Effort): Promise<Row[]> {
  using bareServer = await started(new URL('./children/bare-server.ts', import.meta.url), few)
  using twinServer = await started(new URL('./children/twin-server.ts', import.meta.url), few)
  using fullServer = await started(
    new URL('./children/twin-server.ts', import.meta.url),
    manyContacts,
  )
  assert.equal(await bytesOf(bareServer), await bytesOf(twinServer), 'both answer the same')

  const milliseconds = short ? 250 : 500
  const { bare, twin, full } = await takeTurns(
    {
      bare: rounds({ server: bareServer, contacts: few }, milliseconds),
      twin: rounds({ server: twinServer, contacts: few }, milliseconds),
      full: rounds({ server: fullServer, contacts: manyContacts }, milliseconds),
    },
    short ? { rounds: 12, warmUp: 4 } : { rounds: 40, warmUp: 6 },
  )
  return [
    row('twin server against a bare one', twin, bare, 0.7),
    row(`twin server, ${count(manyContacts)} contacts against ${count(few)}`, full, twin, 0.9),
  ]
}

function row(what: string, one: Work, other: Work, atLeast: number): Row {
  const times = `${microseconds(one).toFixed(0)} µs, ${microseconds(other).toFixed(0)} µs`
  const clock = `${percent(perSecond(one) / perSecond(other))} by the clock`
  const speed = microseconds(other) / microseconds(one)
  return {
    what: `${what} (${times}; ${clock})`,
    measured: percent(speed),
    budget: `≥ ${percent(atLeast)}`,
    within: speed >= atLeast,
  }
}
