import { medianPair } from './pairs.ts'
import { type Effort, type Row, timesRow } from './report.ts'

const file = new URL('./children/sdk-call.ts', import.meta.url)

/** A call of the SDK against the same call through plain ky and openapi-fetch. */
export async function sdkCall({ short }: Effort): Promise<Row[]> {
  const times = await medianPair({ file, one: ['sdk'], other: ['plain'], calls: 200 }, short)
  return [timesRow('SDK call against ky + openapi-fetch', times, 1.3)]
}
