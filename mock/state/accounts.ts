import { Account, type AccountSettings } from './account.ts'

/**
 * The accounts of a twin: each key opens its own, filled from the seed, so that parallel tests
 * share nothing.
 */
export class Accounts {
  readonly #settings: AccountSettings
  #seed: Account
  #open = new Map<string, Account>()

  constructor(settings: AccountSettings) {
    this.#settings = settings
    this.#seed = new Account(settings)
  }

  /** The keys that have opened an account, in that order. */
  keys(): string[] {
    return [...this.#open.keys()]
  }

  /** The account of a key; opened from the seed when it is new. */
  of(key: string): Account {
    const known = this.#open.get(key)
    if (known) return known
    const account = new Account(this.#settings, this.#seed)
    this.#open.set(key, account)
    return account
  }

  /** From now on, new accounts start as this one is. */
  startFrom(seed: Account): void {
    this.#seed = seed
  }

  /** Closes every account; keys open new ones from the seed. */
  reset(): void {
    this.#open = new Map()
  }
}
