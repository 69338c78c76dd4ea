import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actions } from './fuzz-actions.ts'
import { setups } from './fuzz-setups.ts'
import { fuzzed } from './fuzzed.ts'
import { requests, seed } from './runs.ts'

test('whatever is asked, the answer is one of the contract', { timeout: 3_600_000 }, () => {
  let answers = 0
  const statuses = new Set<number>()
  const holds = fc.property(setups, actions, (setup, what) => {
    for (const { status } of fuzzed(setup, what)) {
      answers += 1
      statuses.add(status)
    }
  })

  for (let batch = 0; answers < requests; batch += 1) {
    fc.assert(holds, { seed: seed + batch, numRuns: 100 })
  }
  console.log(answers, [...statuses].sort())
  expect(answers).toBeGreaterThanOrEqual(requests)
})
