import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anEmptyModel } from './model.ts'
import { seed, sequences } from './runs.ts'
import { contactSteps, momentSteps } from './steps.ts'
import { purchaseSteps } from './steps-purchases.ts'
import { trackingSteps } from './steps-tracking.ts'
import { start, Twin } from './twin.ts'

const steps = fc.commands([...contactSteps, ...trackingSteps, ...purchaseSteps, ...momentSteps], {
  maxCommands: 60,
  size: 'max',
})

test.for(['refuse', 'clear'] as const)(
  'after every step the account is as the rules would have it, where null is to %s',
  { timeout: 3_600_000 },
  (nullInPatch) => {
    let runs = 0
    const met = new Set<string>()
    const holds = fc.property(steps, (commands) => {
      runs += 1
      const setup = () => ({
        model: anEmptyModel(start, nullInPatch),
        real: new Twin({ nullInPatch }, met),
      })
      fc.modelRun(setup, commands)
    })

    fc.assert(holds, { seed, numRuns: sequences })

    expect(runs).toBe(sequences)
    console.log([...met].sort().join(' '))
  },
)
