import type { AccountContactField, Connectif } from '../../sdk/index.ts'
import type { CsvFile } from './contact-rows.ts'
import type { ImportOptions } from './import.ts'

/** The custom fields of the account; none where the key may not know them. */
export async function accountFields({ contactFields }: Connectif): Promise<AccountContactField[]> {
  const { PermissionError } = await import('../../sdk/index.ts')
  return contactFields.list().catch((error: unknown) => {
    if (error instanceof PermissionError) return []
    throw error
  })
}

/** The Import API goes by the External ID where a row has both, so other keys are for calls. */
export function strategyFor(
  { key, strategy }: ImportOptions,
  { header }: CsvFile,
): ImportOptions['strategy'] {
  const isByEmail = key === 'email' && header.includes('_externalId')
  return isByEmail && strategy === 'auto' ? 'calls' : strategy
}
