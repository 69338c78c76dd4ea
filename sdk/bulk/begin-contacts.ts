import type { ContactAddress } from '../address.ts'
import { ConnectifError } from '../errors.ts'
import { type Source, sourceOf } from '../files/source.ts'
import type { Contacts } from '../resources/contacts.ts'
import type { Transport } from '../transport.ts'
import { mustBeWhole } from '../whole-numbers.ts'
import { begin, opened } from './begin.ts'
import type { BegunRun } from './bulk-run.ts'
import { calls } from './calls.ts'
import type { ContactBulkOptions } from './contact-options.ts'
import { deletions, type Row, upserts } from './contacts.ts'
import type { BulkOptions, BulkSource } from './options.ts'
import { PartImports } from './part-imports.ts'
import { parts } from './parts.ts'
import { begun, type Run } from './run.ts'
import { measured } from './strategy.ts'

type Outcome = 'created' | 'updated' | 'unchanged' | 'imported'

/** Begins to write contacts, by calls or by imports. */
export async function upsertMany<Item, Data>(
  transport: Transport,
  contacts: Contacts,
  items: BulkSource<Item>,
  options: ContactBulkOptions,
): Promise<BegunRun<Item, Outcome, Data>> {
  // Seam: types cannot hold what a source gives, so each item is looked at when its turn comes.
  const values = items as BulkSource<Row>
  const { key = 'externalId', itemsPerImport = 20_000 } = options
  const plan = upserts(contacts, key)
  optionsMustFit(options)
  const run = await opened(values, options, plan)
  const source = sourceOf(values)
  const { strategy, measuredSource } = await chosen(run, values, source, options)
  run.ledger.rest = strategy === 'import' ? { ...run.ledger.rest, strategy } : { strategy }
  if (strategy === 'calls') return begun(run, calls(run, measuredSource, plan))

  const imports = new PartImports(transport, run.settings.call)
  return begun(run, parts(run, measuredSource, imports, itemsPerImport))
}

/** Begins to delete contacts. */
export function deleteMany(
  contacts: Contacts,
  source: BulkSource<ContactAddress>,
  options: BulkOptions,
): Promise<BegunRun<ContactAddress, 'deleted' | 'unchanged', undefined>> {
  return begin(source, options, deletions(contacts))
}

function optionsMustFit({
  strategy,
  key,
  importAbove = 1,
  itemsPerImport = 1,
}: ContactBulkOptions) {
  if (strategy === 'import' && key === 'email') {
    throw new ConnectifError("an import goes by the External ID: key 'email' is for calls")
  }
  const message = 'importAbove and itemsPerImport must be whole numbers'
  mustBeWhole([importAbove + 1, itemsPerImport], message)
}

/** How a run goes, and its source from the first item on. A run that goes on goes as it began. */
async function chosen(
  { ledger }: Run,
  values: BulkSource<Row>,
  source: Source<Row>,
  { strategy = 'calls', key, importAbove = 1000 }: ContactBulkOptions,
): Promise<{ strategy: 'calls' | 'import'; measuredSource: Source<Row> }> {
  if (strategy !== 'auto') return { strategy, measuredSource: source }
  if (key === 'email') return { strategy: 'calls', measuredSource: source }
  if (ledger.rest.strategy) return { strategy: ledger.rest.strategy, measuredSource: source }

  const { isMore, source: measuredSource } = await measured(values, source, importAbove)
  return { strategy: isMore ? 'import' : 'calls', measuredSource }
}
