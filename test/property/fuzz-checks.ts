import { routes } from '../../mock/generated/routes.ts'
import type { AccountRecords, Answer, Call, JournalEntry, Mock } from '../../mock/index.ts'
import type { Route } from '../../mock/router.ts'
import type { Account } from '../../mock/state/account.ts'
import { answerMustFit, misfits, misfitsAt } from '../support/contract-answers.ts'
import type { Setup } from './fuzz-setups.ts'

const gate = [
  'key',
  'scope',
  'rate-limit',
  'content-type',
  'body-size',
  'body-shape',
  'path-encoding',
]

/** An answer is one that the contract lists, refused by a rule that the operation lists. */
export function answerMustBeRight(call: Call, answer: Answer, entry: JournalEntry): void {
  const { status, headers } = answer
  const injected = ['status', 'timeout', 'reset'].includes(entry.fault ?? '')
  if (injected) return
  answerMustFit({ ...answer, method: call.method, path: call.path })
  const route = routes.find(({ key }) => key === entry.operation)
  const rule = headers['x-connectif-mock-rule']
  const isPlain = status < 400 || status === 404 || status === 405
  must(isPlain || rule !== undefined, `${status} names no rule`)
  if (rule !== undefined) {
    const isListed = [...gate, ...(route?.rules ?? [])].includes(rule)
    must(status >= 400 && isListed, `${entry.operation} is not refused by ${rule}`)
  }
  if (status < 300 && route?.bodyFits) requestMustFit(call, route)
  for (const [name, value] of Object.entries(headers)) {
    must(/^[a-z-]+$/.test(name) && /^[ -~]*$/.test(value), `header ${name}: ${value}`)
  }
}

/** The key may do what was done. */
export function scopeMustBeGranted(
  { scopes, blocked }: Setup,
  { operation, status }: Pick<JournalEntry, 'operation' | 'status'>,
): void {
  const route = routes.find(({ key }) => key === operation)
  if (scopes === undefined || route === undefined || status >= 300) return
  must(!blocked && scopes.includes(route.scope), `${operation} is not in the scopes of the key`)
}

/** What was done was asked for as the contract has it, but for null, which is for a rule. */
function requestMustFit(call: Call, { path, method, patchOf, formFlags }: Route) {
  if (formFlags) return
  const { body = '' } = call
  const sent = JSON.parse(body)
  const members = Object.entries(sent).filter(([, value]) => value !== null)
  const place = ['requestBody', 'content', 'application/json', 'schema']
  const wrong = misfitsAt(
    ['paths', path, method.toLowerCase(), ...place],
    patchOf ? Object.fromEntries(members) : sent,
  )
  must(wrong === undefined, `${method} ${path} took ${body.slice(0, 300)}: ${wrong}`)
}

/** Everything that an account holds; rows are never changed, only replaced. */
export function holdingsOf(account: Account): readonly unknown[] {
  const { contacts, purchases, products, contactFields, eventTypes, imports, exports } = account
  return [
    ...[contacts, purchases, products, contactFields, eventTypes, imports, exports].flatMap(
      (table) => [table.size, ...table.values()],
    ),
    ...[...account.trackers.entries()].flat(),
    ...[...account.anonymous.entries()].flat(),
    account.activities.all().length,
  ]
}

/** A call that reads, or that is refused, leaves every account as it was. */
export function mustWriteNothing(
  before: ReadonlyMap<string, readonly unknown[]>,
  mock: Mock,
  what: string,
): void {
  const accounts = mock.openAccounts()
  for (const [id, held] of before) {
    const now = holdingsOf(accounts.get(id) as Account)
    must(now.length === held.length && now.every((one, at) => one === held[at]), `${what} wrote`)
  }
}

/** Every record is shown as the contract has it. */
export function recordsMustFit({ contacts, purchases, products }: AccountRecords): void {
  const shown = { Contact: contacts.all(), Purchase: purchases.all(), Product: products.all() }
  for (const [schema, records] of Object.entries(shown)) {
    for (const record of records) {
      const wrong = misfits(schema, JSON.parse(JSON.stringify(record)))
      must(wrong === undefined, `${schema} ${JSON.stringify(record)}: ${wrong}`)
    }
  }
}

const builtins = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Map.prototype,
]
const membersOf = () => builtins.map((one) => Reflect.ownKeys(one).map(String).join()).join()
const membersAtFirst = membersOf()

/** Nothing was added to what all objects inherit. */
export function prototypesMustBeClean(): void {
  must(membersOf() === membersAtFirst, 'a prototype was polluted')
}

function must(holds: boolean, what: string) {
  if (!holds) throw new Error(what)
}
