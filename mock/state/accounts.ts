import type { Scope } from '../generated/routes.ts'
import { Account, type AccountSettings } from './account.ts'
import { Quota, type RateLimit } from './quota.ts'

/** Id of the account that no key has opened yet; no id of a key has a colon. */
const unclaimed = 'unclaimed:'

/** What a key opens. */
export interface Access {
  /** Id of the account: its name where it was declared, else the id of the key. */
  readonly id: string
  /** The key, counted from 1 in the order in which keys were declared or first used; 0 is none. */
  readonly number: number
  readonly account: Account
  /** What the key may do; undefined where it may do everything. */
  readonly scopes: ReadonlySet<string> | undefined
  /** The calls that the key has left; undefined where they are not counted. */
  readonly quota: Quota | undefined
}

/** An account that keys open: how it starts. */
export interface Opening {
  readonly settings: AccountSettings
  /** What it holds when it is opened. */
  readonly start: Account
}

/** An account with the keys that open it. */
export interface DeclaredAccount extends Opening {
  readonly name: string
  readonly keys: Readonly<Record<string, readonly Scope[]>>
}

/** How keys open accounts. */
export interface AccountsOptions {
  /** How the account of a key starts; without it, only declared keys open one. */
  readonly undeclared?: Opening
  readonly declared?: readonly DeclaredAccount[]
  readonly rateLimit: RateLimit | undefined
  readonly unauthorizedBody: 'empty' | 'http-error'
}

/**
 * The accounts of a twin. Unless they are declared, each key opens its own, so that parallel tests
 * share nothing.
 */
export class Accounts {
  readonly #undeclared: Opening | undefined
  readonly #declared: readonly DeclaredAccount[]
  readonly #rateLimit: RateLimit | undefined
  readonly #accounts = new Map<string, Account>()
  readonly #access = new Map<string, Access>()
  readonly #quotas = new Map<string, Quota>()
  readonly #numbers = new Map<string, number>()
  /** What a 401 has for a body. */
  readonly unauthorizedBody: 'empty' | 'http-error'

  constructor({ undeclared, declared = [], rateLimit, unauthorizedBody }: AccountsOptions) {
    this.#undeclared = undeclared
    this.#declared = declared
    this.#rateLimit = rateLimit
    this.unauthorizedBody = unauthorizedBody
    this.reset()
  }

  /** What a key opens; undefined where it is not declared, but others are. */
  access(key: string): Access | undefined {
    const known = this.#access.get(key)
    if (known || this.#undeclared === undefined) return known
    const id = this.#freeId(keyIdOf(key))
    return this.#grant(key, id, this.#claimed(id) ?? this.#opened(this.#undeclared), undefined)
  }

  /**
   * The one account that is open. When none is, one is opened, which the first key takes over.
   *
   * @throws {Error} when several are open, as then it is not clear which is meant
   */
  only(): Account {
    const [first, second] = this.#accounts.values()
    if (second) {
      throw new Error('several accounts are open: say which, by mock.account(apiKey)')
    }
    if (first) return first
    const account = this.#opened(this.#undeclared as Opening)
    this.#accounts.set(unclaimed, account)
    return account
  }

  /** The open accounts by their ids. */
  entries(): MapIterator<[string, Account]> {
    return this.#accounts.entries()
  }

  /** What the known keys open, each by the id of the key; its secret is not told. */
  keys(): (readonly [string, Access])[] {
    return Array.from(this.#access, ([key, access]) => [keyIdOf(key), access] as const)
  }

  /** Closes all accounts; they, and the limits of keys, start as they did. */
  reset(): void {
    this.#quotas.clear()
    this.#numbers.clear()
    this.#start()
  }

  /** Puts accounts in place of those with their ids, and closes all others. Limits go on. */
  restore(accounts: ReadonlyMap<string, Account>): void {
    const keys = [...this.#access]
    this.#start()
    for (const [id, account] of accounts) this.#accounts.set(id, account)
    for (const [key, { id, scopes }] of keys) {
      const account = this.#accounts.get(id)
      if (account) this.#grant(key, id, account, scopes)
    }
  }

  /** The account of this id; else the one that no key has yet, which it would take over. */
  find(id: string): Account | undefined {
    return this.#accounts.get(id) ?? this.#accounts.get(unclaimed)
  }

  /** Puts an account in place of the one that `find` finds. */
  adopt(id: string, account: Account): void {
    const others = new Map(this.#accounts)
    if (!others.has(id)) others.delete(unclaimed)
    this.restore(others.set(id, account))
  }

  /** Earlier states of accounts; the one that no key had yet under the id of the key it has now. */
  underOwnIds(states: ReadonlyMap<string, Account>): ReadonlyMap<string, Account> {
    const id = [...this.#accounts.keys()].find((one) => !states.has(one))
    if (id === undefined) return states
    return new Map(Array.from(states, ([one, state]) => [one === unclaimed ? id : one, state]))
  }

  /** How accounts start. */
  openings(): readonly [Opening, ...Opening[]] {
    return (this.#undeclared ? [this.#undeclared] : this.#declared) as [Opening, ...Opening[]]
  }

  /** How the account of this id starts; undefined where no key could open it. */
  opening(id: string): Opening | undefined {
    return this.#undeclared ?? this.#declared.find(({ name }) => name === id)
  }

  #start() {
    this.#accounts.clear()
    this.#access.clear()
    for (const declared of this.#declared) {
      const account = this.#opened(declared)
      this.#accounts.set(declared.name, account)
      for (const [key, scopes] of Object.entries(declared.keys)) {
        this.#grant(key, declared.name, account, new Set(scopes))
      }
    }
  }

  /** The account with this id, such as from a snapshot, or else the one that no key has yet. */
  #claimed(id: string) {
    const account = this.find(id)
    if (!this.#accounts.has(id)) this.#accounts.delete(unclaimed)
    return account
  }

  #opened({ settings, start }: Opening) {
    return new Account(settings, start)
  }

  #grant(key: string, id: string, account: Account, scopes: ReadonlySet<string> | undefined) {
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1
    const access = { id, number, account, scopes, quota: this.#quotaOf(key) }
    this.#numbers.set(key, number)
    this.#accounts.set(id, account)
    this.#access.set(key, access)
    return access
  }

  #quotaOf(key: string) {
    const known = this.#quotas.get(key)
    if (known || this.#rateLimit === undefined) return known
    const quota = new Quota(this.#rateLimit)
    this.#quotas.set(key, quota)
    return quota
  }

  /** Two keys with one id and different secrets open two accounts. */
  #freeId(keyId: string) {
    const taken = new Set(Array.from(this.#access.values(), ({ id }) => id))
    for (let id = keyId, copy = 2; ; id = `${keyId}#${copy++}`) if (!taken.has(id)) return id
  }
}

function keyIdOf(key: string) {
  return key.slice(0, key.indexOf(':'))
}
