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

/** What has to come of some steps, or else the sequences are too tame to prove anything. */
const outcomes = [
  ...['contact-created', 'contact-updated', 'contact-merged', 'contact-deleted', 'contact-purged'],
  ...['page-view', 'purchase', 'custom-event', '200', '201', '204', '404', '405'],
  ...['email-unique', 'email-valid', 'external-id-unique', 'external-id-length', 'field-known'],
  ...['external-id-not-tracked', 'legacy-path', 'purchase-contact-given', 'purchase-id-unique'],
  ...['purchase-cart-given', 'purchase-contact-exists', 'purchase-products-exist'],
  ...['event-contact-exists', 'event-key-email', 'event-field-known', 'body-shape'],
]

test.for([
  ['refuse', ['patch-null']],
  ['clear', []],
] as const)(
  'after every step the account is as the rules would have it, where null is to %s',
  { timeout: 3_600_000 },
  ([nullInPatch, more]) => {
    let runs = 0
    const met = new Set<string>()
    const holds = fc.property(steps, (commands) => {
      runs += 1
      const model = anEmptyModel(start, nullInPatch)
      fc.modelRun(() => ({ model, real: new Twin({ nullInPatch }, met) }), commands)
    })

    fc.assert(holds, { seed, numRuns: sequences })

    expect(runs).toBe(sequences)
    expect([...met].sort()).toEqual([...outcomes, ...more].sort())
  },
)
