import { hasWork, workDue } from './jobs/work.ts'
import { purgeDue } from './rules/anonymity.ts'
import type { Account } from './state/account.ts'

/**
 * Lets happen what has fallen due in an account, each at its own moment. Imports and exports do at
 * most so many records; says whether more of them are due.
 */
export function settle(account: Account, now: number, most = Number.POSITIVE_INFINITY): boolean {
  if (hasWork(account)) {
    for (let at = account.anonymous.nextDue(); at !== undefined && at <= now; ) {
      workDue(account, at, most)
      purgeDue(account, at)
      at = account.anonymous.nextDue()
    }
  }
  purgeDue(account, now)
  return hasWork(account) && workDue(account, now, most)
}
