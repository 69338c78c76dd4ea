import { boolean, defineContactFields, integer, radio } from 'connectif-sdk'
import { createMock, type Mock, type Scope } from 'connectif-sdk/mock'
import { apiKey } from './contacts.ts'

/** A twin as it comes; with everything on; the same, with time standing still. */
export type Setup = 'plain' | 'everything on' | 'everything on, clock frozen'

/** How the row of a measurement tells it. */
export function suffix(setup: Setup): string {
  return setup === 'plain' ? '' : `, ${setup}`
}

const scopes: readonly Scope[] = ['contacts:read', 'contacts:write', 'purchases:write']
const contactFields = defineContactFields({
  tier: radio('gold', 'silver'),
  shoeSize: integer({ min: 15 }),
  vip: boolean(),
})

/** A twin that is set up so. None of it refuses a call. */
export function twinOf(setup: Setup): Mock {
  if (setup === 'plain') return createMock()
  const mock = createMock({
    accounts: { main: { keys: { [apiKey]: scopes, 'other:secret': ['contacts:read'] } } },
    contactFields,
    rateLimit: { limit: 1_000_000_000 },
    ...(setup === 'everything on, clock frozen' && { clock: '2026-01-01T00:00:00Z' }),
  })
  mock.faults.add({
    on: 'PATCH /contacts/external-id/{externalId}',
    address: 'nobody',
    kind: 'status',
    status: 503,
    times: Number.POSITIVE_INFINITY,
  })
  return mock
}
