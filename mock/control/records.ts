import { answer } from '../call.ts'
import { productBody } from '../operations/products.ts'
import { purchaseBody } from '../operations/purchases.ts'
import type { Account } from '../state/account.ts'
import { openAccount } from './accounts.ts'
import type { ControlAnswer, ControlOperations, Input } from './operation.ts'
import { wholeNumberIn } from './values.ts'

/** What the query of a list can have. */
export const paging = ['limit', 'offset'] as const

/** What an account holds beside its contacts, oldest first, as the API shows it. */
export const records: ControlOperations = {
  'GET /__twin/accounts/{id}/purchases': {
    query: paging,
    run: (input) => {
      const account = accountOf(input)
      return page(input, account.purchases.values(), (row) => purchaseBody(account, row))
    },
  },

  'GET /__twin/accounts/{id}/products': {
    query: paging,
    run: (input) => page(input, accountOf(input).products.values(), productBody),
  },

  'GET /__twin/accounts/{id}/activities': {
    query: [...paging, 'contact'],
    run: (input) => {
      const { activities } = accountOf(input)
      const { contact } = input.query
      const log = contact === undefined ? activities.all() : activities.of(contact)
      return page(input, log, (activity) => activity)
    },
  },
}

/** The account that the path names. */
export function accountOf({ mock, params }: Input): Account {
  return openAccount(mock, params.id as string)
}

/** A page of rows; only they are turned into bodies. */
export function page<Row>(
  input: Input,
  rows: Iterable<Row>,
  body: (row: Row) => unknown,
): ControlAnswer {
  const { limit, offset } = pageOf(input)
  const items: unknown[] = []
  let total = 0
  for (const row of rows) {
    if (total >= offset && items.length < limit) items.push(body(row))
    total += 1
  }
  return answer(200, { total, offset, limit, items })
}

/** Which page is asked for. */
export function pageOf({ query }: Input): { limit: number; offset: number } {
  return {
    limit: wholeNumberIn(query, 'limit', { least: 1, most: 1000, otherwise: 100 }),
    offset: wholeNumberIn(query, 'offset', { least: 0, most: 1e9, otherwise: 0 }),
  }
}
