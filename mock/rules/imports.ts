import type { components } from '../../sdk/generated/schema.ts'
import { problems } from '../problems.ts'
import { type Account, unfinished } from '../state/account.ts'
import { type ImportRow, isUnfinished } from '../state/job-rows.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

type Schemas = components['schemas']

const mostUnfinished = 10

/** Which options go together. */
export const importOptionsMustAgree = rule(
  {
    id: 'import-options',
    grade: 'documented',
    source: sources.createImport,
    says: 'updateOnlyEmptyFields goes with overrideExisting, couponSetId with coupons.',
  },
  (type: Schemas['ImportType'], options: Schemas['ImportOptions']) => {
    const { overrideExisting, updateOnlyEmptyFields, couponSetId } = options
    if (updateOnlyEmptyFields && !overrideExisting) {
      throw refused('updateOnlyEmptyFields', 'can be true only when overrideExisting is true')
    }
    if (type === 'coupons' && couponSetId === undefined) {
      throw refused('couponSetId', 'is needed for coupons')
    }
    if (type !== 'coupons' && couponSetId !== undefined) {
      throw refused('couponSetId', 'goes with coupons only')
    }
  },
)

/** E0401. */
export const importsMustNotPileUp = rule(
  {
    id: 'import-queue',
    grade: 'documented',
    source: sources.errorCodes,
    says: 'At most 10 imports of an account have not ended.',
  },
  (account: Account) => {
    if (account.imports.of.unfinished.get(unfinished).length >= mostUnfinished) {
      throw problems.importsQueued(mostUnfinished)
    }
  },
)

/** That imports have the status `cancelled` is documented, not what brings it about. */
export const cancelled = rule(
  {
    id: 'import-cancel',
    grade: 'assumed',
    source: sources.import,
    says: 'Deleting an import cancels it; what it has not read yet is never written.',
  },
  (account: Account, row: ImportRow) => {
    if (!isUnfinished(row)) return
    const cancelledAt = account.now()
    account.imports.put({ ...row, status: 'cancelled', cancelledAt, unread: undefined })
  },
)

function refused(path: string, reason: string) {
  return problems.misfit([{ path, reason }], 'body')
}
