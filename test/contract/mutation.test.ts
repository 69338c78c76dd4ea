import { expect, test } from 'vitest'
import type { MockOptions } from '../../mock/index.ts'
import { callOf } from '../support/ask.ts'
import { breakableTwin } from '../support/broken-twin.ts'
import { headersOf, scenes } from '../support/script.ts'
import type { Scene } from '../support/script-scene.ts'

const twin = await breakableTwin()

const switches: MockOptions['behaviors'] = {
  createdByPatch: 201,
  nullInPatch: 'clear',
  replaceIdentifier: 'refuse',
  deleteUnknownContact: 404,
  repeatedPurchaseId: 'existing',
  trackedExternalId: 'ignore',
}

/** A scene beside those of the script, which the switches let end in another way. */
const replacing: Scene = {
  options: { clock: '2026-01-01T00:00:00Z' },
  steps: [
    { line: 'PATCH /contacts/email/bob@example.com', body: { _externalId: '2' }, status: 200 },
    { line: 'PATCH /contacts/email/bob@example.com', body: { _externalId: '3' }, status: 200 },
    { line: 'PATCH /contacts/email/bob@example.com', body: {}, status: 200 },
  ],
}

/** All that a test could see of a scene: answers, crashes, what was written and recorded. */
function outcome({ options, steps }: Scene, behaviors: MockOptions['behaviors']) {
  const seen: unknown[] = []
  const attempt = (look: () => unknown) => {
    try {
      seen.push(look())
    } catch (crash) {
      seen.push(`${crash}`)
    }
  }

  attempt(() => {
    const mock = twin.createMock({ ...options, behaviors: { ...options.behaviors, ...behaviors } })
    for (const step of steps) {
      if ('line' in step) {
        attempt(() => mock.handle(callOf(step.line, step.body, { headers: headersOf(step) })))
      } else attempt(() => step.happens(mock))
      attempt(() => mock.snapshot().accounts)
    }
    attempt(() => mock.handle(callOf('PATCH /contacts/external-id/2', '{}', { oversized: true })))
    attempt(() => [mock.contacts.all(), mock.purchases.all(), mock.products.all()])
  })
  return seen
}

/** The script, with the strict switches and with others. */
function outcomes() {
  return [{}, switches].flatMap((behaviors) =>
    [...Object.values(scenes), replacing].map((scene) => outcome(scene, behaviors)),
  )
}

const whole = outcomes()

test('without a broken rule, two runs are the same', () => {
  expect(outcomes()).toEqual(whole)
  expect(twin.names.length).toBeGreaterThan(40)
})

test.for(twin.names)('a twin in which %s does nothing is seen to be another', (name) => {
  Object.assign(twin.broken, { name, how: 'does nothing' })
  const runs = outcomes()
  Object.assign(twin.broken, { name: undefined })

  expect(runs).not.toEqual(whole)
})

/** These shape an effect. */
const neverRefusing = [
  'external-id-identifies@0',
  'external-id-no-merge@0',
  'tracking-merge@0',
  'patch-creates@0',
  'patch-partial@0',
  'delete-final@0',
  'anonymous-purge@0',
  'purchase-aggregates@0',
  'purchase-aggregates@1',
  'purchase-delete@0',
  'purchase-event@0',
  'import-override@1',
  'import-cancel@0',
]

test.for(twin.names.filter((name) => !neverRefusing.includes(name)))(
  'a twin in which %s refuses nothing is seen to be another',
  (name) => {
    Object.assign(twin.broken, { name, how: 'refuses nothing' })
    const runs = outcomes()
    Object.assign(twin.broken, { name: undefined })

    expect(runs).not.toEqual(whole)
  },
)

test.for(neverRefusing)('%s is a rule that refuses nothing', (name) => {
  expect(twin.names).toContain(name)

  Object.assign(twin.broken, { name, how: 'refuses nothing' })
  const runs = outcomes()
  Object.assign(twin.broken, { name: undefined })

  expect(runs).toEqual(whole)
})
