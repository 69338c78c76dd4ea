import { answer } from '../call.ts'
import type { Mock } from '../mock.ts'
import { type Identification, tracker } from '../tracking.ts'
import { accountCopy, accountIdFrom } from './accounts.ts'
import {
  type ControlOperation,
  type ControlOperations,
  type Input,
  smallBody,
} from './operation.ts'
import { Refusal, refusable } from './refusal.ts'
import { membersOf, textIn } from './values.ts'

/** What people do on the web and in the app of the store. */
export const tracking: ControlOperations = {
  'POST /__twin/tracking/web/page-view': pageView('web'),
  'POST /__twin/tracking/web/identify': identify('web'),
  'POST /__twin/tracking/mobile/page-view': pageView('mobile'),
  'POST /__twin/tracking/mobile/identify': identify('mobile'),
}

function pageView(origin: 'web' | 'mobile'): ControlOperation {
  return tracked(({ mock, query, body }) => {
    const members = membersOf(body, ['trackerId', 'url'])
    const trackerId = textIn(members, 'trackerId')
    const url = 'url' in members && { url: textIn(members, 'url') }
    return trackerOf(mock, query, origin).pageView({ trackerId, ...url })
  })
}

function identify(origin: 'web' | 'mobile'): ControlOperation {
  return tracked(({ mock, query, body }) => {
    const members = membersOf(body)
    textIn(members, 'trackerId')
    if ('email' in members) textIn(members, 'email')
    const empty = Object.keys(members).find((name) => members[name] === null)
    if (empty !== undefined) throw new Refusal(422, `${empty} must not be null`)
    return trackerOf(mock, query, origin).identify(members as unknown as Identification)
  })
}

function tracked(track: (input: Input) => string): ControlOperation {
  return {
    query: ['account'],
    bodyLimit: smallBody,
    run: (input) => answer(200, { contactId: refusable(() => track(input)) }),
  }
}

/** The tracking of the account that is meant, which is opened when it is not yet. */
function trackerOf(mock: Mock, query: Input['query'], origin: 'web' | 'mobile') {
  const id = accountIdFrom(mock, query)
  const open = mock.openAccounts().get(id)
  if (open) return tracker(() => open, origin)
  const account = accountCopy(mock, id)
  mock.adopt(id, account)
  return tracker(() => account, origin)
}
