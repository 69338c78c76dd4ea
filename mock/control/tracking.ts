import { answer } from '../call.ts'
import type { Mock } from '../mock.ts'
import {
  type Identification,
  type TrackedEvent,
  type TrackedPurchase,
  type Tracker,
  tracker,
} from '../tracking.ts'
import { accountCopy, accountIdFrom } from './accounts.ts'
import {
  type ControlOperation,
  type ControlOperations,
  type Input,
  smallBody,
} from './operation.ts'
import { refusable } from './refusal.ts'
import { membersOf, textIn } from './values.ts'

type Way = 'web' | 'mobile'
type Members = Record<string, unknown>

/** What people do on the web and in the app of the store. */
export const tracking: ControlOperations = {
  'POST /__twin/tracking/web/page-view': tracked('web', pageView),
  'POST /__twin/tracking/web/identify': tracked('web', identify),
  'POST /__twin/tracking/web/purchase': tracked('web', purchase),
  'POST /__twin/tracking/web/event': tracked('web', event),
  'POST /__twin/tracking/mobile/page-view': tracked('mobile', pageView),
  'POST /__twin/tracking/mobile/identify': tracked('mobile', identify),
  'POST /__twin/tracking/mobile/purchase': tracked('mobile', purchase),
  'POST /__twin/tracking/mobile/event': tracked('mobile', event),
}

function pageView(tracker: Tracker, body: Members) {
  membersOf(body, ['trackerId', 'url'])
  const url = 'url' in body && { url: textIn(body, 'url') }
  return { contactId: tracker.pageView({ trackerId: textIn(body, 'trackerId'), ...url }) }
}

function identify(tracker: Tracker, body: Members) {
  if ('email' in body) textIn(body, 'email')
  // Seam: the twin holds the fields against the contract, as it does in tests.
  return { contactId: tracker.identify(body as unknown as Identification) }
}

function purchase(tracker: Tracker, body: Members) {
  return { id: tracker.purchase(body as unknown as TrackedPurchase) }
}

function event(tracker: Tracker, body: Members) {
  const { fields, ...names } = membersOf(body, ['trackerId', 'alias', 'fields'])
  const alias = textIn(names, 'alias')
  const told = fields !== undefined && { fields: membersOf(fields, undefined, 'fields') }
  return { id: tracker.event({ ...names, alias, ...told } as unknown as TrackedEvent) }
}

function tracked(way: Way, track: (tracker: Tracker, body: Members) => object): ControlOperation {
  return {
    query: ['account'],
    bodyLimit: smallBody,
    run: ({ mock, query, body }) => {
      const members = membersOf(body)
      textIn(members, 'trackerId')
      return answer(
        200,
        refusable(() => track(trackerOf(mock, query, way), members)),
      )
    },
  }
}

/** The tracking of the account that is meant, which is opened when it is not yet. */
function trackerOf(mock: Mock, query: Input['query'], way: Way) {
  const id = accountIdFrom(mock, query)
  const open = mock.openAccounts().get(id)
  if (open) return tracker(() => open, way)
  const account = accountCopy(mock, id)
  mock.adopt(id, account)
  return tracker(() => account, way)
}
