import { type Asked, perform } from './engine.ts'
import { pathMustFit } from './gate.ts'
import { type OperationKey, routes } from './generated/routes.ts'
import { Problem } from './problems.ts'
import type { Route } from './router.ts'
import { emailMustBeFree } from './rules/contacts.ts'
import { externalIdMustBeFree } from './rules/external-id.ts'
import type { Account } from './state/account.ts'
import type { ContactRow } from './state/rows.ts'
import type { Seed, SeedContact, SeedProduct, SeedPurchase } from './state/seed.ts'

const nobody: ContactRow = { id: '', fields: {}, createdAt: 0, updatedAt: 0, totals: undefined }
const planters = { products: plantProduct, contacts: plantContact, purchases: plantPurchase }
const kinds = ['products', 'contacts', 'purchases'] as const

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

function plantOne(account: Account, name: keyof Seed, record: never, which: string) {
  const before = account[name].size
  try {
    planters[name](account, record)
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown
    throw new Error(`${which} breaks the rule ${thrown.rule}: ${thrown}`)
  }
  // An update, or a switch that lets a repetition pass, would lose a record without a word.
  if (account[name].size === before) throw new Error(`${which} has the id of an earlier one`)
}

function plantContact(account: Account, record: SeedContact) {
  const { _email, _externalId, ...rest } = record
  if (_externalId === undefined) {
    create(account, 'PATCH /contacts/email/{email}', { email: _email as string }, rest, () =>
      emailMustBeFree(account, _email as string, nobody),
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
  const route = routes.find((one) => one.key === key) as Route
  pathMustFit(route, params)
  mustBeNew()
  perform(route, { account, params, query: {}, json })
}

function checkKind(seed: Seed) {
  if (typeof seed !== 'object' || seed === null || Array.isArray(seed)) {
    throw new Error('a seed is an object with contacts, products and purchases')
  }
  for (const [name, records] of Object.entries(seed)) {
    if (!Object.hasOwn(planters, name)) {
      throw new Error(`a seed has contacts, products and purchases, but no ${name}`)
    }
    if (!Array.isArray(records) || !records.every((one) => typeof one === 'object' && one)) {
      throw new Error(`${name} of the seed must be an array of objects`)
    }
  }
}
