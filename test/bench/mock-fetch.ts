import { medianPair } from './pairs.ts'
import { type Effort, type Row, timesRow } from './report.ts'
import { type Setup, suffix } from './twins.ts'

const file = new URL('./children/mock-fetch.ts', import.meta.url)
const setups: Setup[] = ['plain', 'everything on', 'everything on, clock frozen']

/** A call of `mock.fetch` against making a `Request` and a `Response` and reading both. */
export async function mockFetch({ short }: Effort): Promise<Row[]> {
  const rows: Row[] = []
  for (const setup of setups) {
    const pair = { file, one: ['call', setup], other: ['objects', setup], calls: 500 }
    const times = await medianPair(pair, short)
    rows.push(timesRow(`mock.fetch against Request + Response${suffix(setup)}`, times, 2))
  }
  return rows
}
