import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextTask } from '../../mock/carriers/next-task.ts'
import { anEmptyModel, type Ways } from './model.ts'
import { seed, sequences } from './runs.ts'
import { contactSteps, momentSteps } from './steps.ts'
import { exportSteps } from './steps-exports.ts'
import { importSteps } from './steps-imports.ts'
import { purchaseSteps } from './steps-purchases.ts'
import { trackingSteps } from './steps-tracking.ts'
import { start, Twin } from './twin.ts'

const steps = fc.commands(
  [
    ...[...contactSteps, ...trackingSteps, ...purchaseSteps],
    ...[...importSteps, ...exportSteps, ...momentSteps],
  ],
  { maxCommands: 60, size: 'max' },
)

function reported(rule: string) {
  return `reported ${rule}`
}

/** What has to come of some steps, or else the sequences are too tame to prove anything. */
const outcomes = [
  ...['contact-created', 'contact-updated', 'contact-merged', 'contact-deleted', 'contact-purged'],
  ...['page-view', 'purchase', 'custom-event', '200', '201', '204', '404', '405'],
  ...['email-unique', 'email-valid', 'external-id-unique', 'external-id-length', 'field-known'],
  ...['external-id-not-tracked', 'legacy-path', 'purchase-contact-given', 'purchase-id-unique'],
  ...['purchase-cart-given', 'purchase-contact-exists', 'purchase-products-exist'],
  ...['event-contact-exists', 'event-key-email', 'event-field-known', 'body-shape'],
  ...['import-options', 'import-file', 'export-filters', 'export-range'],
  ...['import-values', 'import-identifier', 'import-override', 'email-valid'].map(reported),
  ...['external-id-length', 'field-known', 'body-shape'].map(reported),
]

/** Undocumented choices, and jobs whose records take most of a day, a moment, or no time at all. */
const ways: [of: string, ways: Ways, outcomes: readonly string[]][] = [
  [
    'null is refused, External IDs lead, and jobs go on for days',
    {
      nullInPatch: 'refuse',
      importKey: 'external-id',
      jobs: { startAfter: 36_000_000, recordsPerSecond: 1 / 65_536 },
    },
    ['patch-null', 'import-queue', 'export-queue', 'cancelled midway', reported('email-unique')],
  ],
  [
    'null clears, emails lead, and jobs are soon done',
    {
      nullInPatch: 'clear',
      importKey: 'email',
      jobs: { startAfter: 1000, recordsPerSecond: 10_000 },
    },
    ['import-queue', 'export-queue', reported('external-id-unique')],
  ],
  [
    'null clears, External IDs lead, and jobs are done at once',
    {
      nullInPatch: 'clear',
      importKey: 'external-id',
      jobs: { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY },
    },
    [reported('email-unique')],
  ],
]

test.for(ways)(
  'after every step the account is as the rules would have it, where %s',
  { timeout: 3_600_000 },
  async ([, way, more]) => {
    let runs = 0
    const met = new Set<string>()
    const holds = fc.asyncProperty(steps, async (commands) => {
      runs += 1
      fc.modelRun(() => ({ model: anEmptyModel(start, way), real: new Twin(way, met) }), commands)
      // Jobs that have not ended keep their twin until there is time for them.
      await nextTask()
    })

    await fc.assert(holds, { seed, numRuns: sequences })

    expect(runs).toBe(sequences)
    expect([...met].sort()).toEqual([...outcomes, ...more].sort())
  },
)
