import type { Answer, Call } from './call.ts'
import { fetchFrom } from './carriers/fetch.ts'
import { type Diff, diffOf } from './diff.ts'
import { Downloads } from './downloads.ts'
import { Engine } from './engine.ts'
import { Faults } from './faults.ts'
import { writeAhead } from './jobs/work.ts'
import { Journal } from './journal.ts'
import { Life } from './life.ts'
import { OnlyAccount } from './only-account.ts'
import { accountsOf, type MockOptions, startOf } from './options.ts'
import { type AccountRecords, recordsOf } from './records.ts'
import { rules } from './rules/all.ts'
import { isWellFormed } from './rules/gate.ts'
import type { RuleFacts } from './rules/rule.ts'
import { accountFrom, checked, type Snapshot, snapshotOf } from './snapshot.ts'
import { Account } from './state/account.ts'
import type { Access, Accounts, Opening } from './state/accounts.ts'
import { byHand } from './state/by-hand.ts'
import { Clock } from './state/clock.ts'
import { type Verdict, verdictOn } from './verdict/verdict.ts'

/**
 * A twin of the Connectif API that keeps its accounts in memory; made by `createMock`. Its own
 * `contacts`, `purchases`, … are those of the only account that is open.
 */
export class Mock extends OnlyAccount {
  /**
   * A fetch that the twin answers, whatever the host; nothing reaches the network.
   *
   * @example `new Connectif({ apiKey: 'id:secret', fetch: mock.fetch })`
   */
  readonly fetch: typeof globalThis.fetch
  /** The time of the twin. */
  readonly clock: Clock
  /** What goes wrong on purpose. */
  readonly faults: Faults = new Faults()
  /** The calls that were made, and what became of them. */
  readonly journal: Journal
  /** Every rule that the twin enforces, with its source. */
  readonly rules: readonly RuleFacts[] = rules
  readonly #accounts: Accounts
  readonly #engine: Engine
  readonly #downloads = new Downloads()
  /** @internal What happens by time alone; it tells of every use. */
  readonly life: Life

  /** @internal */
  constructor(options: MockOptions) {
    super(() => this.life.settled(this.#accounts.only()))
    this.clock = new Clock(startOf(options.clock), () => this.life.settleAll())
    this.journal = new Journal(options.journalCapacity ?? 10_000)
    this.#accounts = accountsOf(options, () => this.clock.milliseconds())
    this.life = new Life(this.#accounts, this.clock)
    this.#engine = new Engine({
      accounts: this.#accounts,
      clock: this.clock,
      faults: this.faults,
      journal: this.journal,
      downloads: this.#downloads,
      settle: (account) => this.life.settle(account),
    })
    this.fetch = fetchFrom(this)
  }

  /**
   * The account of an API key, opened if it is new.
   *
   * @param apiKey - `keyId:keySecret`, as the SDK takes it
   * @throws {Error} when it is not of that form, or when accounts are declared and none has it
   */
  account(apiKey: string): AccountRecords {
    if (!isWellFormed(apiKey)) throw new Error('an API key is "keyId:keySecret", without spaces')
    this.#access(apiKey)
    return recordsOf(() => this.life.settled(this.#access(apiKey).account))
  }

  /** Answers one call at once; what every carrier goes through. */
  handle(call: Call): Answer {
    return this.#engine.handle(call)
  }

  /** @internal Answers a call in an open account as by hand: without key, limit and faults. */
  handleIn(id: string, account: Account, call: Call): Answer {
    return this.#engine.handle(call, byHand(id, account))
  }

  /** @internal What the known keys open, each by the id of the key. */
  keys(): (readonly [string, Access])[] {
    return this.#accounts.keys()
  }

  /**
   * Judges the client by the journal: whether it sent a purchase twice, ignored a limit, raced
   * itself, and more. A refusal alone is no mistake.
   */
  verdict(): Verdict {
    return verdictOn(this.journal)
  }

  /** Everything that the open accounts hold, and the time. Plain JSON, quick to take. */
  snapshot(): Snapshot {
    this.life.settleAll()
    return snapshotOf(this.#accounts.entries(), this.clock.milliseconds(), this.clock.isFrozen)
  }

  /**
   * Goes back, or over, to a snapshot, with its time. Limits, journal and faults stay.
   *
   * @throws {Error} when it is no snapshot of this version, or has an account that no key could
   *   open; nothing has changed then
   */
  restore(snapshot: Snapshot): void {
    this.#accounts.restore(this.#accountsIn(snapshot))
    this.clock.restore(snapshot.now, snapshot.frozen)
  }

  /**
   * What changed since a snapshot, in all accounts; without one, since each account was opened.
   *
   * @throws {Error} as `restore` does
   */
  diff(snapshot?: Snapshot): Diff {
    this.life.settleAll()
    const [some] = this.#accounts.openings()
    const before = snapshot === undefined ? this.#starts() : this.#accountsIn(snapshot)
    return diffOf(this.#accounts.underOwnIds(before), new Map(this.#accounts.entries()), some.start)
  }

  /** Goes back to seed and first moment; limits, journal and faults are forgotten. */
  reset(): void {
    this.#accounts.reset()
    this.clock.restart()
    this.faults.clear()
    this.journal.clear()
    this.#downloads.clear()
  }

  /** @internal Opens the account that the first key takes over; there is something to see then. */
  openOnly(): void {
    this.#accounts.only()
  }

  /** @internal The open accounts by id, as they are now. */
  openAccounts(): ReadonlyMap<string, Account> {
    this.life.settleAll()
    return new Map(this.#accounts.entries())
  }

  /** @internal A copy of an account, or of how it opens; undefined where no key could open it. */
  copyOf(id: string): Account | undefined {
    const opening = this.#accounts.opening(id)
    this.life.settleAll()
    const open = this.#accounts.find(id)
    if (open) writeAhead(open)
    return opening && new Account(opening.settings, open ?? opening.start)
  }

  /** @internal Puts an account in place of the one with its id, or opens it. */
  adopt(id: string, account: Account): void {
    this.#accounts.adopt(id, account)
  }

  #starts(): Map<string, Account> {
    const started = (id: string) => (this.#accounts.opening(id) as Opening).start
    return new Map(Array.from(this.#accounts.entries(), ([id]) => [id, started(id)]))
  }

  #accountsIn(snapshot: Snapshot): Map<string, Account> {
    return new Map(
      Object.entries(checked(snapshot).accounts).map(([id, state]) => {
        const opening: Opening | undefined = this.#accounts.opening(id)
        if (!opening) throw new Error(`the snapshot has an account ${id}, which no key opens`)
        return [id, accountFrom(opening.settings, id, state)]
      }),
    )
  }

  #access(apiKey: string): Access {
    const access = this.#accounts.access(apiKey)
    if (access === undefined) throw new Error('no declared account has this API key')
    return access
  }
}

/**
 * A twin of the Connectif API. Each well-formed API key opens its own account, so tests that use
 * different keys share nothing.
 *
 * @throws {Error} when a record of the seed breaks a rule; the message names both
 * @example
 * ```ts
 * const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
 * const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })
 * ```
 */
export function createMock(options: MockOptions = {}): Mock {
  return new Mock(options)
}
