import type { ContactFieldCreate } from '../sdk/resources/contact-fields.ts'
import { type Asked, perform } from './engine.ts'
import { pathMustFit } from './gate.ts'
import type { OperationKey } from './generated/routes.ts'
import { isPlainObject } from './plain-object.ts'
import { unlessRefused } from './problems.ts'
import { routeOf } from './router.ts'
import { emailMustBeFree } from './rules/contacts.ts'
import { externalIdMustBeFree } from './rules/external-id.ts'
import type { Account } from './state/account.ts'
import type { ContactRow } from './state/rows.ts'
import type { Seed, SeedContact, SeedEventType, SeedProduct, SeedPurchase } from './state/seed.ts'

const nobody: ContactRow = { id: '', fields: {}, createdAt: 0, updatedAt: 0, totals: undefined }
const planters = {
  eventTypes: plantEventType,
  products: plantProduct,
  contacts: plantContact,
  purchases: plantPurchase,
}
const noFiles = { origin: '', linkTo: () => '' }
const kinds = ['eventTypes', 'products', 'contacts', 'purchases'] as const
const kindsInWords = 'contacts, products, purchases and eventTypes'

/**
 * Fills an account from a seed by the operations of the API, so under the same rules.
 *
 * @throws {Error} naming the rule and the record, when a record breaks a rule
 */
export function plant(account: Account, seed: Seed): void {
  checkKind(seed)
  for (const name of kinds) {
    for (const [at, record] of (seed[name] ?? []).entries()) {
      plantOne(account, name, record as never, `${name}[${at}] of the seed`)
    }
  }
}

/**
 * Declares the custom fields of contacts, under the rules of the API.
 *
 * @throws {Error} naming the rule and the field, when a field breaks a rule
 */
export function declare(account: Account, fields: readonly ContactFieldCreate[]): void {
  for (const field of fields) {
    refusable(`contact field ${field.id}`, () =>
      create(account, 'POST /contact-fields/', {}, field),
    )
  }
}

function plantOne(account: Account, name: keyof Seed, record: never, which: string) {
  const before = account[name].size
  refusable(which, () => planters[name](account, record, which))
  // An update, or a switch that lets a repetition pass, would lose a record without a word.
  if (account[name].size === before) throw new Error(`${which} has the id of an earlier one`)
}

function refusable(which: string, work: () => void) {
  unlessRefused(work, (problem) => {
    throw new Error(`${which} breaks the rule ${problem.rule}: ${problem}`)
  })
}

function plantEventType(account: Account, eventType: SeedEventType) {
  create(account, 'POST /custom-event-types/', {}, eventType)
}

function plantContact(account: Account, record: SeedContact, which: string) {
  const { _email, _externalId, ...rest } = record
  if (_externalId === undefined) {
    if (_email === undefined) {
      throw new Error(`${which} needs _email or _externalId; tracking makes anonymous ones`)
    }
    create(account, 'PATCH /contacts/email/{email}', { email: _email }, rest, () =>
      emailMustBeFree(account, _email, nobody),
    )
  } else {
    const key = 'PATCH /contacts/external-id/{externalId}'
    const body = _email === undefined ? rest : { _email, ...rest }
    create(account, key, { externalId: _externalId }, body, () =>
      externalIdMustBeFree(account, _externalId, nobody),
    )
  }
}

function plantProduct(account: Account, { productId, ...product }: SeedProduct) {
  create(account, 'PATCH /products/product-id/{id}', { id: productId }, product)
}

function plantPurchase(account: Account, purchase: SeedPurchase) {
  create(account, 'POST /purchases/', {}, purchase)
}

function create(
  account: Account,
  key: OperationKey,
  params: Asked['params'],
  json: object,
  mustBeNew: () => void = () => {},
) {
  const route = routeOf(key)
  pathMustFit(route, params)
  mustBeNew()
  perform(route, { account, params, query: {}, brought: json, ...noFiles })
}

function checkKind(seed: Seed) {
  if (!isPlainObject(seed)) throw new Error(`a seed is an object with ${kindsInWords}`)
  for (const [name, records] of Object.entries(seed)) {
    if (!Object.hasOwn(planters, name)) {
      throw new Error(`a seed has ${kindsInWords}, but no ${name}`)
    }
    if (records === undefined) continue
    if (!Array.isArray(records) || !records.every((one) => typeof one === 'object' && one)) {
      throw new Error(`${name} of the seed must be an array of objects`)
    }
  }
}
