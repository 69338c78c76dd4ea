import type { Account } from '../state/account.ts'
import { isUnfinished } from '../state/job-rows.ts'
import { workDue } from './work.ts'

/** Imports and exports of an account, as a test steers them. */
export interface Jobs {
  /** Finishes all that have not ended, at once and without letting time pass. */
  finish(): void
  /**
   * Ends an import or an export with the status `error`, as if the vendor had failed; what it has
   * written stays.
   *
   * @throws {Error} when there is none with this id, or it has ended
   */
  fail(id: string): void
}

const atOnce = { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY }

/** The jobs of the account that is looked up at the moment of asking. */
export function jobsOf(account: () => Account): Jobs {
  return {
    finish() {
      const held = account()
      const now = held.now()
      workDue(held, now, Number.POSITIVE_INFINITY, { ...atOnce, notBefore: now })
    },
    fail(id) {
      const held = account()
      const ended = { status: 'error', finishedAt: held.now() } as const
      const imported = held.imports.get(id)
      const exported = held.exports.get(id)
      if (isUnfinished(imported)) held.imports.put({ ...imported, ...ended, unread: undefined })
      else if (isUnfinished(exported)) held.exports.put({ ...exported, ...ended, file: undefined })
      else throw new Error(`there is no import or export ${id} that has not ended`)
    },
  }
}
