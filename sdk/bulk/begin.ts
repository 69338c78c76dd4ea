import { sourceOf } from '../files/source.ts'
import type { BegunRun } from './bulk-run.ts'
import { calls } from './calls.ts'
import { storeOf } from './file-store.ts'
import { Ledger } from './ledger.ts'
import type { BulkOptions, BulkSource } from './options.ts'
import { begun, type Plan, paceOf, Run, settingsOf } from './run.ts'

/** Begins a run that sends each item by a call of its own. */
export async function begin<Item, Outcome extends string, Data>(
  source: BulkSource<Item>,
  options: BulkOptions,
  plan: Plan<Item, Outcome, Data>,
): Promise<BegunRun<Item, Outcome, Data>> {
  const run = await opened(source, options, plan)
  return begun(run, calls(run, sourceOf(source), plan))
}

/** A run that is about to begin, or to go on from its checkpoint. */
export async function opened(
  source: BulkSource<unknown>,
  options: BulkOptions,
  { operation, outcomes }: Pick<Plan<never, string, unknown>, 'operation' | 'outcomes'>,
): Promise<Run> {
  const settings = settingsOf(options)
  const ledger = await Ledger.open(operation, options.checkpoint && storeOf(options.checkpoint))
  return new Run(ledger, settings, outcomes, paceOf(source, options, ledger))
}
