import { strict as assert } from 'node:assert'
import { Collection } from '@msw/data'
import { Table } from '../../dist/mock/state/table.js'
import { externalIdOf, patchOf, scattered } from './contacts.ts'
import { count, type Effort, type PeerRow } from './report.ts'
import { microseconds, repeated, takeTurns } from './rounds.ts'

interface Row {
  id: string
  externalId: string
  points: number
}

/** An update and a look-up, both by External ID, in the twin's table and in @msw/data. */
export async function peerStore({ short }: Effort): Promise<PeerRow[]> {
  const rows: PeerRow[] = []
  for (const size of [10_000, 100_000]) rows.push(...(await stores(size, short)))
  return rows
}

async function stores(size: number, short: boolean): Promise<PeerRow[]> {
  const next = scattered(size)
  const table = filledTable(size)
  const collection = await filledCollection(size)

  const inTable = () => {
    const id = externalIdOf(next())
    const row = table.by.externalId.get(id) as Row
    table.put({ ...row, points: row.points + 1 })
    assert.ok(table.by.externalId.get(id))
  }
  const inCollection = async () => {
    const externalId = externalIdOf(next())
    const wanted = (row: Row) => row.externalId === externalId
    await collection.update((query) => query.where(wanted), {
      data: (row) => {
        row.points += 1
      },
    })
    assert.ok(collection.findFirst((query) => query.where(wanted)))
  }
  const work = await takeTurns(
    {
      table: () => repeated(10_000, inTable),
      collection: () => repeated(10, inCollection),
    },
    short ? { rounds: 2, warmUp: 1 } : { rounds: 9, warmUp: 2 },
  )
  const row = (store: string, time: number, without: string): PeerRow => ({
    what: `${store}, ${count(size)} rows: update + find`,
    measured: `${time < 100 ? time.toFixed(1) : count(time)} µs`,
    comparison: `${count(time / microseconds(work.table))} ×`,
    without,
  })
  return [
    row("twin's table", microseconds(work.table), ''),
    row('@msw/data 1', microseconds(work.collection), 'unique values, look-up by index'),
  ]
}

function rowOf(number: number): Row {
  return { id: `${number}`, externalId: externalIdOf(number), ...patchOf(number), points: 0 }
}

function filledTable(size: number) {
  const table = new Table<Row, 'externalId'>({
    unique: { externalId: { of: (row) => row.externalId } },
    groups: {},
  })
  for (let number = 0; number < size; number++) table.put(rowOf(number))
  return table
}

/** The schema lets everything pass, so that only the store takes time. */
async function filledCollection(size: number) {
  const collection = new Collection({
    schema: {
      '~standard': {
        version: 1,
        vendor: 'connectif-sdk',
        validate: (value: unknown) => ({ value: value as Row }),
        types: undefined as { input: Row; output: Row } | undefined,
      },
    },
  })
  await collection.createMany(size, rowOf)
  return collection
}
