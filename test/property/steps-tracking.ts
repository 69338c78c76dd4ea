import fc from 'fast-check'
import type { Identification, Tracker } from '../../mock/index.ts'
import type { Model, Outcome } from './model.ts'
import { happenTracked } from './model-events.ts'
import { buyTracked } from './model-purchases.ts'
import { identify, view } from './model-tracking.ts'
import { emails, trackerIds } from './pools.ts'
import { profiles, Step } from './steps.ts'
import { aliases, eventFields, sales } from './steps-purchases.ts'

type Origin = 'web' | 'mobile'

const origins = fc.constantFrom<Origin>('web', 'mobile')
const who = fc.record({ origin: origins, trackerId: trackerIds })

/** Identifiers that a tracked purchase does not take; most have none. */
const offers = fc.oneof(
  { arbitrary: fc.constant({}), weight: 9 },
  fc.constantFrom({ contactExternalId: '42' }, { contactEmail: 'ada@example.com' }),
)

/** People look at pages, tell who they are, and buy, in browsers and in the app. */
export const trackingSteps: readonly fc.Arbitrary<Step>[] = [
  who.map(({ origin, trackerId }) => {
    const expected = (model: Model) => view(model, trackerId, origin)
    return tracked(origin, 'pageView', { trackerId }, expected)
  }),
  identifications(fc.option(emails, { nil: undefined })),
  identifications(emails),
  fc.tuple(who, sales, offers).map(([{ origin, trackerId }, sale, offer]) => {
    const sent = { ...sale, ...offer }
    const told = { trackerId, ...sent } as Parameters<Tracker['purchase']>[0]
    const expected = (model: Model) => buyTracked(model, trackerId, sent, origin)
    return tracked(origin, 'purchase', told, expected)
  }),
  fc.tuple(who, aliases, eventFields).map(([{ origin, trackerId }, alias, fields]) => {
    const expected = (model: Model) => happenTracked(model, trackerId, alias, fields, origin)
    return tracked(origin, 'event', { trackerId, alias, fields }, expected)
  }),
]

function identifications(email: fc.Arbitrary<string | undefined>): fc.Arbitrary<Step> {
  return fc.tuple(who, email, profiles()).map(([{ origin, trackerId }, address, fields]) => {
    const told = { trackerId, ...(address !== undefined && { email: address }), ...fields }
    const expected = (model: Model) => identify(model, trackerId, address, fields, origin)
    return tracked(origin, 'identify', told as Identification, expected)
  })
}

function tracked<Name extends keyof Tracker>(
  origin: Origin,
  name: Name,
  told: Parameters<Tracker[Name]>[0],
  expected: (model: Model) => Outcome,
): Step {
  return new Step(`${origin}().${name}(${JSON.stringify(told)})`, expected, (twin) =>
    twin.track(() => (twin.records.tracking[origin]()[name] as (what: object) => string)(told)),
  )
}
