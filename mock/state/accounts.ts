import { Account } from './account.ts'

/**
 * The accounts of a twin: each key opens its own, filled from the seed, so that parallel tests
 * share nothing.
 */
export class Accounts {
  readonly #seed: Account
  readonly #open = new Map<string, Account>()

  constructor(seed: Account) {
    this.#seed = seed
  }

  /** The account of a key; opened from the seed when it is new. */
  of(key: string): Account {
    const known = this.#open.get(key)
    if (known) return known
    const account = new Account(this.#seed.settings, this.#seed)
    this.#open.set(key, account)
    return account
  }

  /**
   * The one account that is open, or the seed when none is.
   *
   * @throws {Error} when several are open, as then it is not clear which is meant
   */
  only(): Account {
    const [first, second] = this.#open.values()
    if (second) {
      throw new Error('several API keys have opened accounts: say which, mock.account(apiKey)')
    }
    return first ?? this.#seed
  }

  /** Closes every account; keys open new ones from the seed. */
  reset(): void {
    this.#open.clear()
  }
}
