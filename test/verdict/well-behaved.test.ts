import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FaultOptions, Mock } from '../../mock/index.ts'
import { seed, sequences } from '../property/runs.ts'
import { type Asks, aShop, purchase } from './clients.ts'

const ids = ['1', '50%', 'a/b', 'TPV 12', 'ñ', '%', 'a%41', 'K?1', '#', 'a+b', '..a', 'ada@b.co']
const emails = ['ada@example.com', 'ADA@example.com', 'a+b@example.com', "o'neil@example.com"]

const address = fc.oneof(
  fc.constantFrom(...ids).map((id) => `external-id/${encodeURIComponent(id)}`),
  fc.constantFrom(...emails).map((email) => `email/${encodeURIComponent(email)}`),
)
const patch = fc.record(
  { _points: fc.nat(3), _name: fc.constantFrom('A', 'B'), _externalId: fc.constantFrom(...ids) },
  { requiredKeys: [] },
)
const kind = fc.constantFrom<FaultOptions>(
  ...(['reset', 'lost-reply', 'truncate', 'duplicate'] as const).map((kind) => ({ kind })),
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
)

type Step = (client: Client) => Promise<unknown>

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(address, patch).map<Step>(
    ([at, body]) =>
      (client) =>
        client.write(at, body),
  ),
  address.map<Step>((at) => (client) => client.ask(`GET /contacts/${at}`)),
  address.map<Step>((at) => (client) => client.ask(`DELETE /contacts/${at}`)),
  fc.nat(3).map<Step>((id) => (client) => client.create(`T-${id}`)),
  fc.nat(3).map<Step>((id) => (client) => client.ask(`DELETE /purchases/purchase-id/T-${id}`)),
  kind.map<Step>((fault) => async (client) => client.mock.faults.add(fault)),
  kind.map<Step>((fault) => async (client) => {
    client.mock.faults.add({ ...fault, on: 'POST /purchases/' })
  }),
  fc.nat(2).map<Step>((points) => (client) => client.writeApart(points)),
)

/** As it should be: one call to a contact at a time, it waits, and looks before it repeats. */
class Client {
  readonly mock: Mock
  readonly #ask: Asks

  constructor({ mock, ask }: ReturnType<typeof aShop>) {
    this.mock = mock
    this.#ask = ask
  }

  /** Repeats what may be repeated, and waits where it has to. */
  async ask(line: string, body?: unknown): Promise<number> {
    const status = await this.#ask(line, body)
    this.#wait()
    const mayRepeat = status === 429 || (!line.startsWith('POST') && (status === 0 || status > 499))
    return mayRepeat ? this.ask(line, body) : status
  }

  async write(at: string, body: Record<string, unknown>) {
    const { _externalId: _, ...others } = body
    await this.ask(`PATCH /contacts/${at}`, at.startsWith('email/') ? body : others)
  }

  /** Contacts of their own at once. */
  async writeApart(points: number) {
    const lines = [1, 2, 3].map((id) => `PATCH /contacts/external-id/apart-${id}`)
    await Promise.all(lines.map((line) => this.#ask(line, { _points: points })))
    this.#wait()
  }

  async create(purchaseId: string): Promise<void> {
    const found = await this.ask(`GET /purchases/purchase-id/${purchaseId}`)
    if (found !== 404) return
    const status = await this.ask('POST /purchases/', { ...purchase, purchaseId })
    if (status === 0 || status > 499) await this.create(purchaseId)
  }

  #wait() {
    const told = this.mock.journal.calls().slice(-3)
    const isUsedUp = told.some(
      ({ status, headers }) => status === 429 || headers['x-ratelimit-remaining'] === '0',
    )
    if (isUsedUp) this.mock.clock.advance({ seconds: 61 })
  }
}

test('a client that behaves well has a clean verdict, whatever it does and meets', async () => {
  const met = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const client = new Client(aShop({ rateLimit: { limit: 9 } }))

      for (const one of steps) await one(client)

      expect(client.mock.verdict().findings).toEqual([])
      for (const { status, fault } of client.mock.journal.calls()) met.add(`${fault} ${status}`)
    }),
    { seed, numRuns: sequences },
  )
  expect([...met]).toEqual(
    expect.arrayContaining(['undefined 201', 'lost-reply 200', 'truncate 201', 'status 429']),
  )
}, 120_000)
