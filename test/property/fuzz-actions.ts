import fc from 'fast-check'
import type { Call, FaultKind, Tracker } from '../../mock/index.ts'
import { valuesNamed } from './contract-values.ts'
import { floods } from './fuzz-forms.ts'
import { type Following, followings } from './fuzz-links.ts'
import { hostileJson, hostileNames } from './hostile-values.ts'
import { leaps, trackerIds } from './pools.ts'
import { calls } from './request-mutations.ts'

/** What is done to a twin. */
export type Action =
  | { readonly does: 'call'; readonly call: Call; readonly times?: number }
  | { readonly does: 'advance'; readonly milliseconds: number }
  | { readonly does: 'fault'; readonly fault: FaultKind }
  | { readonly does: 'restore' }
  | { readonly does: 'finish' }
  | { readonly does: 'follow'; readonly step: Following }
  | {
      readonly does: keyof Tracker
      readonly origin: 'web' | 'mobile'
      readonly told: { readonly trackerId: string }
    }

const faults = fc.oneof(
  fc
    .record({ status: fc.constantFrom(400, 401, 404, 429, 500, 503), headers: fc.constant({}) })
    .map((fault): FaultKind => ({ kind: 'status', ...fault })),
  fc
    .constantFrom('timeout', 'reset', 'lost-reply', 'truncate', 'duplicate' as const)
    .map((kind): FaultKind => ({ kind })),
  fc.constantFrom<FaultKind>({ kind: 'delay', ms: 5 }, { kind: 'slow-body', ms: 5 }),
)

/** What a tracker is told; one in five times with a member that it does not expect. */
function told(values: fc.Arbitrary<unknown>) {
  const strange = fc.tuple(hostileNames, hostileJson).map(([name, json]) => {
    return JSON.parse(`{${JSON.stringify(name)}:${json}}`) as object
  })
  return fc
    .tuple(values, fc.oneof({ arbitrary: fc.constant({}), weight: 4 }, strange), trackerIds)
    .map(([known, more, trackerId]) => ({ ...(known as object), ...more, trackerId }))
}

function tracked(does: keyof Tracker, values: fc.Arbitrary<unknown>): fc.Arbitrary<Action> {
  const origins = fc.constantFrom('web' as const, 'mobile' as const)
  return fc.record({ does: fc.constant(does), origin: origins, told: told(values) })
}

const email = fc.option(valuesNamed('Email'), { freq: 2, nil: undefined })

/** Calls for the most part, and between them all else that can happen to an account. */
export const actions: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.oneof(
    { arbitrary: calls.map((call): Action => ({ does: 'call', call })), weight: 40 },
    {
      arbitrary: leaps.map((milliseconds): Action => ({ does: 'advance', milliseconds })),
      weight: 1,
    },
    { arbitrary: faults.map((fault): Action => ({ does: 'fault', fault })), weight: 1 },
    { arbitrary: fc.constant<Action>({ does: 'restore' }), weight: 1 },
    {
      arbitrary: fc
        .tuple(floods, fc.constantFrom(1, 1, 11))
        .map(([call, times]): Action => ({ does: 'call', call, times })),
      weight: 1,
    },
    { arbitrary: fc.constant<Action>({ does: 'finish' }), weight: 1 },
    { arbitrary: followings.map((step): Action => ({ does: 'follow', step })), weight: 3 },
    tracked('pageView', fc.constant({ url: 'https://shop.example/' })),
    tracked(
      'identify',
      fc.tuple(valuesNamed('ContactPatch'), email).map(([fields, address]) => {
        return { ...(fields as object), ...(address !== undefined && { email: address }) }
      }),
    ),
    tracked('purchase', valuesNamed('PurchaseCreation')),
    tracked(
      'event',
      fc.record({ alias: valuesNamed('CustomEventTypeAlias'), fields: valuesNamed('CustomEvent') }),
    ),
  ),
  { minLength: 1, maxLength: 80, size: 'max' },
)
