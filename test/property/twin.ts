import { deepStrictEqual } from 'node:assert/strict'
import { aProduct } from '../../mock/builders/samples.ts'
import { type AccountRecords, createMock, type Mock } from '../../mock/index.ts'
import type { Account } from '../../mock/state/account.ts'
import { checkbox, defineContactFields, radio } from '../../sdk/contact-fields.ts'
import { ask, type CallParts } from '../support/ask.ts'
import { formOf, formType, type Part } from '../support/multipart.ts'
import type { Model, Outcome, Ways } from './model.ts'
import type { ModelImport } from './model-imports.ts'
import { catalogue } from './model-purchases.ts'
import { shownAccount } from './model-records.ts'
import { Names } from './names.ts'

/** The moment at which the clock stands at first. */
export const start = Date.UTC(2026, 0, 1)

interface Page {
  readonly links: { readonly next?: string }
  readonly results: { id: string }[]
}

const contactFields = defineContactFields({
  tier: radio('gold', 'silver'),
  likes: checkbox('tea', 'rum'),
})

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
  readonly #names: Names
  readonly #lists = new Map<string, { rows: readonly object[]; named: unknown }>()

  constructor({ jobs, ...behaviors }: Ways, met = new Set<string>()) {
    this.#met = met
    this.mock = createMock({
      clock: new Date(start),
      contactFields,
      seed: { products: catalogue.map((productId) => aProduct({ productId })) },
      behaviors,
      jobs,
    })
    this.#names = new Names(this.mock)
    this.records = this.mock.account('test:secret')
    for (const { id, productId } of this.records.products.all())
      this.#names.give(id, `product ${productId}`)
    this.records.segments.define('golden', { fields: { tier: 'gold' } })
    this.records.segments.define('ada', { email: { oneOf: ['ada@example.com'] } })
    const { json } = ask(this.mock, 'POST /custom-event-types/', eventType)
    this.#names.give(json?.id as string, 'visit')
  }

  /** The account as the twin keeps it. */
  get account(): Account {
    return this.mock.openAccounts().get('test') as Account
  }

  /** What a call answers. */
  call(line: string, body?: unknown, parts?: CallParts): Outcome {
    const { status, rule, json, violations } = ask(this.mock, line, body, parts)
    if (status < 400) return { status, shown: json }
    return { status, rule, code: json?.code as string | undefined, field: violations[0]?.path }
  }

  /** What a form is answered with. */
  upload(line: string, parts: readonly Part[]): Outcome {
    const headers = { authorization: 'apiKey test:secret', 'content-type': formType }
    return this.call(line, undefined, { headers, bytes: formOf(parts) })
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

  /** Finishes all jobs at once. */
  finish(): Outcome {
    this.records.jobs.finish()
    return { status: 200 }
  }

  /** Lets a job fail that has not ended; 404 where there is none. */
  fail(id: string): Outcome {
    try {
      this.records.jobs.fail(id)
      return { status: 200 }
    } catch (thrown) {
      if (!(thrown instanceof Error && /that has not ended/.test(thrown.message))) throw thrown
      return { status: 404 }
    }
  }

  /** The id of what the model calls by this name; one that nothing has, where it knows none. */
  idOf(name: string): string {
    return this.#names.idOf(name)
  }

  /** Holds an outcome, and all that the account shows, against the model. */
  mustAgree(model: Model, seen: Outcome, expected: Outcome): void {
    const told = shownAccount(model)
    this.#met.add(expected.rule ?? `${expected.status}`)
    for (const { type } of told.activities) this.#met.add(type)
    for (const job of model.imports.jobs) this.#meet(job)
    const { records } = this
    const [contacts, purchases] = [records.contacts.all(), records.purchases.all()]
    this.#names.learn(contacts, told.contacts)
    this.#names.learn(purchases, told.purchases)
    const { account } = this
    const imports = this.#jobs('/imports/', account.imports, told.imports)
    const exports = this.#jobs('/exports/', account.exports, told.exports)
    const shown = expected.shown === undefined ? undefined : this.#names.of(seen.shown)
    deepStrictEqual(whole({ ...seen, shown }), whole(expected))
    const activities = records.activities()
    const named = this.#names.of({ contacts, purchases, activities }) as object
    deepStrictEqual({ ...named, imports, exports }, told)
  }

  /** What is on a page and all that follow it. */
  #pages(path: string): { id: string }[] {
    const { links, results } = ask(this.mock, `GET ${path}`).json as unknown as Page
    if (links.next === undefined) return results
    if (results.length < 25) throw new Error(`${path} is not full, and leads on`)
    const { pathname, search } = new URL(links.next)
    const more = this.#pages(pathname + search)
    if (more.length === 0) throw new Error(`${path} leads to an empty page`)
    return [...results, ...more]
  }

  #meet({ status, done, total, report }: ModelImport) {
    if (status === 'cancelled' && done > 0 && done < total) this.#met.add('cancelled midway')
    for (const { rule } of report) this.#met.add(`reported ${rule}`)
  }

  /** A list of jobs, oldest first, with their files; asked for where one of them has changed. */
  #jobs(
    path: string,
    table: { values(): Iterable<object> },
    told: readonly Record<string, unknown>[],
  ): unknown {
    const rows = [...table.values()]
    const known = this.#lists.get(path)
    const isSame = known?.rows.every((row, at) => row === rows[at])
    if (known && isSame && known.rows.length === rows.length) return known.named
    const jobs = this.#pages(path).reverse()
    this.#names.learn(jobs, told)
    const named = this.#names.of(jobs)
    this.#lists.set(path, { rows, named })
    return named
  }
}

function whole({ status, rule, code, field, shown }: Outcome) {
  return { status, rule, code, field, shown }
}
