import { deepStrictEqual } from 'node:assert/strict'
import { aProduct } from '../../mock/builders/samples.ts'
import { type AccountRecords, type Behaviors, createMock, type Mock } from '../../mock/index.ts'
import type { Account } from '../../mock/state/account.ts'
import { defineContactFields, radio } from '../../sdk/contact-fields.ts'
import { ask } from '../support/ask.ts'
import type { Model, Outcome } from './model.ts'
import { catalogue } from './model-purchases.ts'
import { shownAccount } from './model-records.ts'

/** The moment at which the clock stands at first. */
export const start = Date.UTC(2026, 0, 1)

const eventType = {
  alias: 'visit',
  name: 'Visit',
  primaryKey: 'email',
  fields: [
    { id: 'email', name: 'Email', type: 'email' },
    { id: 'note', name: 'Note', type: 'text' },
  ],
}

/**
 * A twin that is held against the model. Where the model has names, the twin has ids. What came of
 * the steps, by rule or else by status and by type of activity, is added to `met`.
 */
export class Twin {
  readonly mock: Mock
  readonly records: AccountRecords
  readonly #met: Set<string>
  readonly #names = new Map<string, string>()
  readonly #ids = new Map<string, string>()

  constructor(behaviors: Partial<Behaviors>, met = new Set<string>()) {
    this.#met = met
    this.mock = createMock({
      clock: new Date(start),
      contactFields: defineContactFields({ tier: radio('gold', 'silver') }),
      seed: { products: catalogue.map((productId) => aProduct({ productId })) },
      behaviors,
    })
    this.records = this.mock.account('test:secret')
    for (const { id, productId } of this.records.products.all())
      this.#name(id, `product ${productId}`)
    const { json } = ask(this.mock, 'POST /custom-event-types/', eventType)
    this.#name(json?.id as string, 'visit')
  }

  /** The account as the twin keeps it. */
  get account(): Account {
    return this.mock.openAccounts().get('test') as Account
  }

  /** What a call answers. */
  call(line: string, body?: unknown): Outcome {
    const { status, rule, json, violations } = ask(this.mock, line, body)
    if (status < 400) return { status, shown: json }
    return { status, rule, code: json?.code as string | undefined, field: violations[0]?.path }
  }

  /** What tracking returns, or why it is refused. */
  track(work: () => string): Outcome {
    try {
      return { status: 200, shown: work() }
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : ''
      const [, rule, status] = /^(?:the rule (\S+) refuses it|refused): (\d+)/.exec(message) ?? []
      if (status === undefined) throw thrown
      return { status: Number(status), rule }
    }
  }

  /** The id of what the model calls by this name; one that nothing has, where it knows none. */
  idOf(name: string): string {
    return this.#ids.get(name) ?? 'f'.repeat(24)
  }

  /** Holds an outcome, and all that the account shows, against the model. */
  mustAgree(model: Model, seen: Outcome, expected: Outcome): void {
    const told = shownAccount(model)
    this.#met.add(expected.rule ?? `${expected.status}`)
    for (const { type } of told.activities) this.#met.add(type)
    const { records } = this
    const [contacts, purchases] = [records.contacts.all(), records.purchases.all()]
    this.#learn(contacts, told.contacts)
    this.#learn(purchases, told.purchases)
    const shown = expected.shown === undefined ? undefined : this.#named(seen.shown)
    deepStrictEqual(whole({ ...seen, shown }), whole(expected))
    const activities = records.activities().map(({ data, ...one }) => one)
    deepStrictEqual(this.#named({ contacts, purchases, activities }), told)
  }

  /** Records come in the order in which they were made, in the twin as in the model. */
  #learn(seen: readonly { id: string }[], expected: readonly Record<string, unknown>[]) {
    for (const [at, { id }] of seen.entries()) {
      const name = expected[at]?.id
      if (!this.#names.has(id) && typeof name === 'string') this.#name(id, name)
    }
  }

  #name(id: string, name: string) {
    if (this.#ids.has(name)) throw new Error(`${name} had another id before: ${id}`)
    this.#names.set(id, name)
    this.#ids.set(name, id)
  }

  #named(value: unknown): unknown {
    if (typeof value === 'string') return this.#names.get(value) ?? value
    if (Array.isArray(value)) return value.map((one) => this.#named(one))
    if (typeof value !== 'object' || value === null) return value
    const named: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(value)) named[name] = this.#named(member)
    return named
  }
}

function whole({ status, rule, code, field, shown }: Outcome) {
  return { status, rule, code, field, shown }
}
