import type { Account } from './account.ts'
import type { Access } from './accounts.ts'

/** What somebody may do by hand, without a key: everything, and as often as they like. */
export function byHand(id: string, account: Account): Access {
  return { id, account, number: 0, scopes: undefined, quota: undefined }
}
