import fc from 'fast-check'
import { expect, test } from 'vitest'
import { operations } from '../../generate/contract.ts'
import { nextTask } from '../../mock/carriers/next-task.ts'
import { actions } from './fuzz-actions.ts'
import { isFile } from './fuzz-links.ts'
import { setups } from './fuzz-setups.ts'
import { fuzzed } from './fuzzed.ts'
import { requests, seed } from './runs.ts'

const timeout = 3_600_000

/** Every status that the contract lists for an operation: `GET /purchases/{id} 404`. */
const listed = operations().flatMap(({ key, operation }) => {
  // Seam: the generators' view of the contract has no responses.
  const { responses } = operation as unknown as { responses: Record<string, unknown> }
  return Object.keys(responses).map((status) => `${key} ${status}`)
})

/** What there can be at a link to a file, and queues that are full. */
const more = [...[200, 404, 405, 410].map((status) => `a file ${status}`), 'E0301', 'E0401']

test('whatever is asked, the answer is one that the contract lists', { timeout }, async () => {
  let asked = 0
  const met = new Set<string>()
  const holds = fc.property(setups, actions, (setup, what) => {
    for (const { operation, path, status, body } of fuzzed(setup, what)) {
      asked += 1
      met.add(`${isFile(path) ? 'a file' : operation} ${status}`)
      met.add(/"code":"(E\d+)"/.exec(body)?.[1] ?? '')
    }
  })

  for (let batch = 0; asked < requests; batch += 1) {
    fc.assert(holds, { seed: seed + batch, numRuns: 100 })
    // Jobs that have not ended keep their twins until there is time for them.
    await nextTask()
  }

  expect(asked).toBeGreaterThanOrEqual(requests)
  expect([...listed, ...more].filter((answer) => !met.has(answer))).toEqual([])
})

test('the same requests are answered with the same bytes', () => {
  const holds = fc.property(setups, actions, (setup, what) => {
    expect(fuzzed(setup, what)).toEqual(fuzzed(setup, what))
  })

  fc.assert(holds, { seed, numRuns: 50 })
})
