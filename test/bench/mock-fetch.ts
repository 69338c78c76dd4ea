import { medianPair } from './pairs.ts'
import { type Effort, type Row, timesRow } from './report.ts'

const file = new URL('./children/mock-fetch.ts', import.meta.url)

/** A call of `mock.fetch` against making a `Request` and a `Response` and reading both. */
export async function mockFetch({ short }: Effort): Promise<Row[]> {
  const times = await medianPair({ file, one: 'call', other: 'objects', calls: 500 }, short)
  return [timesRow('mock.fetch against Request + Response', times, 2)]
}
