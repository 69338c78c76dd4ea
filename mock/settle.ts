import type { Left } from './jobs/pump.ts'
import { hasWork, workDue } from './jobs/work.ts'
import { purgeDue } from './rules/anonymity.ts'
import type { Account } from './state/account.ts'

/**
 * Lets happen what has fallen due in an account, each at its own moment. Imports and exports do at
 * most so many records; says what they have left to do.
 */
export function settle(account: Account, now: number, most = Number.POSITIVE_INFINITY): Left {
  if (!hasWork(account)) {
    purgeDue(account, now)
    return 'nothing'
  }
  for (let at = account.anonymous.nextDue(); at !== undefined && at <= now; ) {
    workDue(account, at, most)
    purgeDue(account, at)
    at = account.anonymous.nextDue()
  }
  if (workDue(account, now, most)) return 'due'
  return hasWork(account) ? 'waiting' : 'nothing'
}
