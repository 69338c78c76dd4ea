import { type Left, Pump } from './jobs/pump.ts'
import { settle } from './settle.ts'
import type { Account } from './state/account.ts'
import type { Accounts } from './state/accounts.ts'
import type { Clock } from './state/clock.ts'

/** How many records of an import or export are worked on at once, between calls. */
const slice = 200

/** What happens in accounts by time alone: purges, imports, exports. */
export class Life {
  /** Who hears whenever something may have changed in an account, or may be about to. */
  readonly heard = new Set<() => void>()
  readonly #accounts: Accounts
  readonly #clock: Clock
  readonly #pump = new Pump(() => this.#goOn())

  constructor(accounts: Accounts, clock: Clock) {
    this.#accounts = accounts
    this.#clock = clock
  }

  /** Lets all that has fallen due in an account happen. */
  settled(account: Account): Account {
    this.#settle(account, Number.POSITIVE_INFINITY)
    return account
  }

  /** The same, but long work goes on later, so that a call does not wait for it. */
  settle(account: Account): void {
    this.#settle(account, slice)
  }

  /** Lets all that has fallen due happen. */
  settleAll(): void {
    this.#used()
    for (const [, account] of this.#accounts.entries()) this.settled(account)
  }

  /** Tells that something may have changed. */
  #used() {
    for (const listener of this.heard) listener()
  }

  #settle(account: Account, most: number) {
    this.#used()
    const left = settle(account, this.#clock.milliseconds(), most)
    if (left !== 'nothing') this.#pump.start()
  }

  #goOn(): Left {
    this.#used()
    const now = this.#clock.milliseconds()
    const left = Array.from(this.#accounts.entries(), ([, account]) => settle(account, now, slice))
    if (left.includes('due')) return 'due'
    return left.includes('waiting') && !this.#clock.isFrozen ? 'waiting' : 'nothing'
  }
}
