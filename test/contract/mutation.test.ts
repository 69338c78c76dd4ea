import { expect, test } from 'vitest'
import type { MockOptions } from '../../mock/index.ts'
import { callOf } from '../support/ask.ts'
import { breakableTwin } from '../support/broken-twin.ts'
import { headersOf, script, scriptOptions } from '../support/script.ts'

const twin = await breakableTwin()

const switched: MockOptions = {
  ...scriptOptions,
  behaviors: {
    createdByPatch: 201,
    nullInPatch: 'clear',
    replaceIdentifier: 'refuse',
    deleteUnknownContact: 404,
    repeatedPurchaseId: 'existing',
  },
}

/** Calls beside those of the script, where the two kinds of twins differ. */
const more = [
  ['PATCH /contacts/email/bob@example.com', { _externalId: 'other' }],
  ['PATCH /contacts/email/bob@example.com', {}],
] as const

/** All that a test could see of a run: answers, crashes, what was written and recorded. */
function outcome(options: MockOptions) {
  const mock = twin.createMock(options)
  const seen: unknown[] = []
  const attempt = (look: () => unknown) => {
    try {
      seen.push(look())
    } catch (crash) {
      seen.push(`${crash}`)
    }
  }

  const oversized = { oversized: true }
  for (const [line, body] of more) attempt(() => mock.handle(callOf(line, body)))
  for (const step of script) {
    const call = callOf(step.line, step.body, { headers: headersOf(step) })
    attempt(() => mock.handle(call))
    attempt(() => mock.contacts.all().map(({ id }) => mock.activities(id)))
  }
  attempt(() => mock.handle(callOf('PATCH /contacts/external-id/2', '{}', oversized)))
  attempt(() => [mock.contacts.all(), mock.purchases.all(), mock.products.all()])
  return seen
}

const whole = [outcome(scriptOptions), outcome(switched)]

test('without a broken rule, two runs are the same', () => {
  expect([outcome(scriptOptions), outcome(switched)]).toEqual(whole)
  expect(twin.names.length).toBeGreaterThan(28)
})

test.for(twin.names)('a twin in which %s does nothing is seen to be another', (name) => {
  Object.assign(twin.broken, { name, how: 'does nothing' })
  const runs = [outcome(scriptOptions), outcome(switched)]
  Object.assign(twin.broken, { name: undefined })

  expect(runs).not.toEqual(whole)
})

/** These shape an effect. */
const neverRefusing = [
  'external-id-identifies@0',
  'external-id-no-merge@0',
  'patch-creates@0',
  'patch-partial@0',
  'delete-final@0',
  'purchase-aggregates@0',
  'purchase-aggregates@1',
  'purchase-delete@0',
  'purchase-event@0',
]

test.for(twin.names.filter((name) => !neverRefusing.includes(name)))(
  'a twin in which %s refuses nothing is seen to be another',
  (name) => {
    Object.assign(twin.broken, { name, how: 'refuses nothing' })
    const runs = [outcome(scriptOptions), outcome(switched)]
    Object.assign(twin.broken, { name: undefined })

    expect(runs).not.toEqual(whole)
  },
)
