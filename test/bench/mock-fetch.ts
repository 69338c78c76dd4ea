import { createMock } from 'connectif-sdk/mock'
import { headers, patch, patchOf, pathOf } from './contacts.ts'
import { type Effort, type Row, timesRow } from './report.ts'
import { microseconds, repeated, takeTurns } from './rounds.ts'

const callsInRound = 500

/** A call of `mock.fetch` against making a `Request` and a `Response` and reading both. */
export async function mockFetch({ short }: Effort): Promise<Row[]> {
  const mock = createMock()
  const text = patch(mock, 0)
  const url = `https://api.connectif.cloud${pathOf(0)}`
  let points = 0
  const init = () => {
    points += 1
    return { method: 'PATCH', headers, body: JSON.stringify(patchOf(0, points)) }
  }

  const throughMock = async () => {
    const response = await mock.fetch(url, init())
    return response.text()
  }
  const byHand = async () => {
    const request = new Request(url, init())
    await request.text()
    return new Response(text, { headers: { 'content-type': 'application/json' } }).text()
  }
  const { call, objects } = await takeTurns(
    {
      call: () => repeated(callsInRound, throughMock),
      objects: () => repeated(callsInRound, byHand),
    },
    short ? { rounds: 60, warmUp: 20 } : { rounds: 200, warmUp: 40 },
  )
  return [
    timesRow('mock.fetch against Request + Response', microseconds(call), microseconds(objects), 2),
  ]
}
