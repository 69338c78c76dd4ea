import { type Activity, createMock, type Diff, type JournalEntry } from '../../mock/index.ts'
import { same } from './same.ts'

const mock = createMock()

export function setUp() {
  createMock({
    clock: new Date(),
    seed: () => ({ contacts: [] }),
    accounts: { main: { keys: { 'id:secret': ['contacts:read'] }, blocked: true, seed: {} } },
    rateLimit: { limit: 5, windowSeconds: 1 },
    journalCapacity: 0,
    behaviors: { nullInPatch: 'clear', readDelaySeconds: 1 },
  })
  createMock({ rateLimit: 'documented' })

  // @ts-expect-error a typo
  createMock({ seeds: {} })
  // @ts-expect-error a clock is a moment in ISO 8601, or a Date
  createMock({ clock: 0 })
  // @ts-expect-error no such limit
  createMock({ rateLimit: 'none' })
  // @ts-expect-error no such switch
  createMock({ behaviors: { nullInPach: 'clear' } })
  // @ts-expect-error no such choice
  createMock({ behaviors: { nullInPatch: 'ignore' } })
  // @ts-expect-error an account has keys
  createMock({ accounts: { main: {} } })
  // @ts-expect-error no such scope
  createMock({ accounts: { main: { keys: { 'id:secret': ['contacts:all'] } } } })
  // @ts-expect-error a seed is at hand, or made at once
  createMock({ seed: async () => ({}) })
}

export function clock() {
  mock.clock.advance({ days: 1, milliseconds: 1 })
  mock.clock.set('2026-01-01')
  same<Date>()<ReturnType<typeof mock.clock.now>>()

  // @ts-expect-error a duration has units
  mock.clock.advance(90)
  // @ts-expect-error no such unit
  mock.clock.advance({ weeks: 1 })
  // @ts-expect-error a number is not a string
  mock.clock.advance({ days: '1' })
  // @ts-expect-error a moment is a Date or text
  mock.clock.set(0)
  // @ts-expect-error time is moved by advance and set
  mock.clock.isFrozen = true
}

export function faults() {
  const { id } = mock.faults.add({ kind: 'status', status: 503, headers: { 'retry-after': '1' } })
  mock.faults.add({ kind: 'delay', ms: 5, on: 'POST /purchases/', nth: 2, times: Infinity })
  mock.faults.add({ kind: 'timeout', on: ['POST /purchases/', 'GET /contacts/email/{email}'] })
  mock.faults.remove(id)

  // @ts-expect-error no such operation
  mock.faults.add({ kind: 'timeout', on: 'POST /purchases' })
  // @ts-expect-error no such operation: a path has no values in it
  mock.faults.add({ kind: 'timeout', on: 'GET /contacts/email/ada@example.com' })
  // @ts-expect-error no such operation among them
  mock.faults.add({ kind: 'timeout', on: ['POST /purchases/', 'GET /'] })
  // @ts-expect-error no such kind
  mock.faults.add({ kind: 'explode' })
  // @ts-expect-error a fault has a kind
  mock.faults.add({ on: 'POST /purchases/' })
  // @ts-expect-error a status has a number
  mock.faults.add({ kind: 'status' })
  // @ts-expect-error a status is a number
  mock.faults.add({ kind: 'status', status: '503' })
  // @ts-expect-error a delay has a length
  mock.faults.add({ kind: 'delay' })
  // @ts-expect-error a timeout has no length
  mock.faults.add({ kind: 'timeout', ms: 5 })
  // @ts-expect-error a typo
  mock.faults.add({ kind: 'timeout', time: 2 })
  // @ts-expect-error an address is a value
  mock.faults.add({ kind: 'timeout', address: { email: 'ada@example.com' } })
  // @ts-expect-error a header is text
  mock.faults.add({ kind: 'status', status: 429, headers: { 'retry-after': 1 } })
}

export function journal() {
  const calls = mock.journal.calls({ operation: 'POST /purchases/', status: 201, fault: 'delay' })
  same<JournalEntry[]>()<typeof calls>()
  const end = mock.journal.subscribe(({ rule }) => same<string | undefined>()<typeof rule>())
  same<() => void>()<typeof end>()

  // @ts-expect-error no such operation
  mock.journal.calls({ operation: 'POST /purchases' })
  // @ts-expect-error no such fault
  mock.journal.calls({ fault: 'explode' })
  // @ts-expect-error a status is a number
  mock.journal.calls({ status: '201' })
  // @ts-expect-error a typo
  mock.journal.calls({ adress: 'ada@example.com' })
  // @ts-expect-error an address is a value
  mock.journal.calls({ address: { email: 'ada@example.com' } })
  // @ts-expect-error only the twin counts
  mock.journal.count = 0
}

export function memory() {
  const snapshot = mock.snapshot()
  mock.restore(snapshot)
  same<Diff>()<ReturnType<typeof mock.diff>>()
  const [changed] = mock.diff(snapshot).contacts.updated
  same<string | undefined>()<NonNullable<typeof changed>['after']['_email']>()

  // @ts-expect-error a snapshot is no text
  mock.restore('{}')
  // @ts-expect-error a snapshot is no account
  mock.restore(snapshot.accounts)
  // @ts-expect-error a snapshot is not changed
  snapshot.now = 0
}

export function records() {
  same<readonly Activity[]>()<ReturnType<typeof mock.activities>>()
  mock.contacts.find({ email: 'ada@example.com' })
  mock.contacts.find({ id: '1' })
  mock.purchases.find({ purchaseId: 'T-1' })

  // @ts-expect-error an address is an email, an External ID or an id
  mock.contacts.find('ada@example.com')
  // @ts-expect-error a typo
  mock.contacts.find({ externalID: '42' })
  // @ts-expect-error a purchase is not found by an email
  mock.purchases.find({ email: 'ada@example.com' })
}
