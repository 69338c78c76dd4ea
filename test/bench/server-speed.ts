import { strict as assert } from 'node:assert'
import { started } from './children.ts'
import { bytesOf, rounds } from './load.ts'
import { count, type Effort, type Row, speedRow } from './report.ts'
import { type Turns, takeTurns } from './rounds.ts'

const few = 1000

const bareFile = new URL('./children/bare-server.ts', import.meta.url)
const twinFile = new URL('./children/twin-server.ts', import.meta.url)

/**
 * The twin's server against a bare one, and with many contacts against few. The bare server is
 * measured with many as well, and the twin with many of which few are asked for: what only spread
 * addresses cost is the price of memory that no cache holds, not of the twin.
 */
export async function serverSpeed(effort: Effort): Promise<Row[]> {
  return [...(await plain(effort)), ...(await withEverythingOn(effort))]
}

async function plain({ short, manyContacts: many }: Effort): Promise<Row[]> {
  using bareFew = await started(bareFile, [few])
  using twinFew = await started(twinFile, [few, 'plain'])
  using bareMany = await started(bareFile, [many])
  using twinMany = await started(twinFile, [many, 'plain'])
  using twinFewOfMany = await started(twinFile, [many, 'plain'])
  assert.equal(await bytesOf(bareFew), await bytesOf(twinFew), 'both answer the same')

  const calls = short ? 3000 : 6000
  const work = await takeTurns(
    {
      bareFew: rounds({ server: bareFew, contacts: few }, calls),
      twinFew: rounds({ server: twinFew, contacts: few }, calls),
      bareMany: rounds({ server: bareMany, contacts: many }, calls),
      twinMany: rounds({ server: twinMany, contacts: many }, calls),
      twinFewOfMany: rounds({ server: twinFewOfMany, contacts: few }, calls),
    },
    turns(short),
  )
  const against = `${count(many)} contacts against ${count(few)}`
  return [
    speedRow('twin server against a bare one', work.twinFew, work.bareFew, 0.7),
    speedRow(`twin server, ${against}`, work.twinMany, work.twinFew, 0.9),
    speedRow(
      `twin server, ${count(few)} of ${count(many)} contacts against ${count(few)}`,
      work.twinFewOfMany,
      work.twinFew,
    ),
    speedRow(`bare server, ${against}`, work.bareMany, work.bareFew),
    speedRow(
      `twin server against a bare one, ${count(many)} contacts`,
      work.twinMany,
      work.bareMany,
    ),
  ]
}

async function withEverythingOn({ short, manyContacts: many }: Effort): Promise<Row[]> {
  using bareFew = await started(bareFile, [few])
  using twinFew = await started(twinFile, [few, 'everything on'])
  using frozenFew = await started(twinFile, [few, 'everything on, clock frozen'])
  using twinMany = await started(twinFile, [many, 'everything on'])

  const calls = short ? 3000 : 6000
  const work = await takeTurns(
    {
      bareFew: rounds({ server: bareFew, contacts: few }, calls),
      twinFew: rounds({ server: twinFew, contacts: few }, calls),
      frozenFew: rounds({ server: frozenFew, contacts: few }, calls),
      twinMany: rounds({ server: twinMany, contacts: many }, calls),
    },
    turns(short),
  )
  const twin = 'twin server, everything on'
  return [
    speedRow(`${twin}, against a bare one`, work.twinFew, work.bareFew, 0.7),
    speedRow(`${twin}, clock frozen, against a bare one`, work.frozenFew, work.bareFew, 0.7),
    speedRow(
      `${twin}, ${count(many)} contacts against ${count(few)}`,
      work.twinMany,
      work.twinFew,
      0.9,
    ),
  ]
}

function turns(short: boolean): Turns {
  return short ? { rounds: 6, warmUp: 5 } : { rounds: 30, warmUp: 6 }
}
