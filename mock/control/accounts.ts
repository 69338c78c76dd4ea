import type { Mock } from '../mock.ts'
import type { Account } from '../state/account.ts'
import { Refusal } from './refusal.ts'

const keyId = /^[!-9;-~]+$/

/**
 * The open account with an id.
 *
 * @throws {Refusal} 404 when none has it
 */
export function openAccount(mock: Mock, id: string): Account {
  const account = mock.openAccounts().get(id)
  // The id is not repeated in any message: somebody may have sent a whole key.
  if (account === undefined) {
    throw new Refusal(404, 'no such account is open; GET /__twin/state lists those that are')
  }
  return account
}

/**
 * Id of the account that `?account=` names, open or not; without it, that of the only open one.
 *
 * @throws {Refusal} 400 when it names none, or when it is not clear which is meant
 */
export function accountIdFrom(mock: Mock, { account }: { readonly account?: string }): string {
  if (account === undefined) return onlyId(mock)
  if (mock.openAccounts().has(account) || keyId.test(account)) return account
  throw new Refusal(400, 'account must be the id of a key, which stands before its colon')
}

/**
 * A copy of the account with an id, or of how it would open.
 *
 * @throws {Refusal} 404 when no key could open it
 */
export function accountCopy(mock: Mock, id: string): Account {
  const copy = mock.copyOf(id)
  if (copy === undefined) throw new Refusal(404, 'no declared account has this name')
  return copy
}

function onlyId(mock: Mock) {
  const [id, second] = mock.openAccounts().keys()
  if (id === undefined) {
    throw new Refusal(400, 'no account is open yet: name one by ?account= and the id of its key')
  }
  if (second !== undefined) {
    throw new Refusal(400, 'several accounts are open: say which, by ?account= and its id')
  }
  return id
}
