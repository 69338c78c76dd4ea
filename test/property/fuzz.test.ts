import fc from 'fast-check'
import { expect, test } from 'vitest'
import { operations } from '../../generate/contract.ts'
import { actions } from './fuzz-actions.ts'
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

test('whatever is asked, the answer is one that the contract lists', { timeout }, () => {
  let asked = 0
  const met = new Set<string>()
  const holds = fc.property(setups, actions, (setup, what) => {
    for (const { operation, status } of fuzzed(setup, what)) {
      asked += 1
      met.add(`${operation} ${status}`)
    }
  })

  for (let batch = 0; asked < requests; batch += 1) {
    fc.assert(holds, { seed: seed + batch, numRuns: 100 })
  }

  expect(asked).toBeGreaterThanOrEqual(requests)
  expect(listed.filter((answer) => !met.has(answer))).toEqual([])
})

test('the same requests are answered with the same bytes', () => {
  const holds = fc.property(setups, actions, (setup, what) => {
    expect(fuzzed(setup, what)).toEqual(fuzzed(setup, what))
  })

  fc.assert(holds, { seed, numRuns: 50 })
})
