import { contactFieldList } from '../../sdk/contact-field-list.ts'
import type { ContactFields } from '../../sdk/contact-fields.ts'
import { createMock } from '../mock.ts'
import { isPlainObject } from '../plain-object.ts'
import { declare } from '../plant.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Account } from '../state/account.ts'
import { bytesOf, unpacked } from './file-bytes.ts'
import { fileProblem, headerOf, imported, queued } from './import-file.ts'
import type { RehearsalOptions } from './options.ts'
import type { RehearsalStart } from './result.ts'

/** An account as it is before the rehearsal. */
export interface Started {
  readonly account: Account
  readonly start: RehearsalStart
}

/** Ids of fields that an account could declare. */
const declarable = /^(?!id$)[a-z][\w[\](){}-]{0,149}$/i

/**
 * The account that a file is rehearsed on; columns of the files become fields where that is asked.
 *
 * @throws {Error} when the snapshot is broken, or has several accounts
 */
export async function started(
  options: RehearsalOptions,
  header: readonly string[],
): Promise<Started> {
  const { start, contactFields, signal } = options
  const account = accountFrom(isSnapshot(start) ? start : undefined, options)
  if (contactFields === 'from-header') declareColumns(account, header)
  else declareNew(account, contactFields ?? {})
  const none = { contacts: account.contacts.size, refused: 0 }
  if (start === undefined || isSnapshot(start)) return { account, start: none }

  const bytes = await unpacked(await bytesOf(start, ',', signal))
  if (typeof bytes === 'string') return { account, start: { ...none, file: fileProblem(bytes) } }
  return withExport(account, bytes, options)
}

async function withExport(
  account: Account,
  bytes: Uint8Array,
  { contactFields, onProgress, signal }: RehearsalOptions,
): Promise<Started> {
  const delimiter = headerOf(bytes, ';').length > headerOf(bytes, ',').length ? ';' : ','
  if (contactFields === 'from-header') declareColumns(account, headerOf(bytes, delimiter))
  const file = { bytes, type: 'contacts', delimiter } as const
  const row = queued(account, { ...file, overrideExisting: true, updateOnlyEmptyFields: false })
  if ('reason' in row) return { account, start: { contacts: 0, refused: 0, file: row } }
  const onSlice = (done: number, total: number) => onProgress?.({ part: 'start', done, total })
  const { errors } = await imported(account, row, { onSlice, signal })
  return { account, start: { contacts: account.contacts.size, refused: errors } }
}

function isSnapshot(start: RehearsalOptions['start']): start is Snapshot {
  return isPlainObject(start) && 'accounts' in start
}

/** Time stands still, so that a rehearsal is the same however long it takes. */
function accountFrom(snapshot: Snapshot | undefined, options: RehearsalOptions): Account {
  const { key, behaviors, domains = [] } = options
  const importKey = key ?? 'external-id'
  const mock = createMock({
    clock: new Date(),
    behaviors: { ...behaviors, importKey },
    domains,
  })
  if (snapshot) mock.restore(snapshot)
  else mock.account('rehearsal:rehearsal')
  const [account, another] = mock.openAccounts().values()
  if (account && !another) return account
  throw new Error('the snapshot must have one account: leave the others out of its accounts')
}

function declareColumns(account: Account, header: readonly string[]) {
  const names = header.filter((name) => declarable.test(name))
  declareNew(account, Object.fromEntries(names.map((name) => [name, { type: 'text' as const }])))
}

function declareNew(account: Account, fields: ContactFields) {
  const isNew = ({ id }: { id: string }) => account.contactFields.get(id) === undefined
  declare(account, contactFieldList(fields).filter(isNew))
}
