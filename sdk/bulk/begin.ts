import type { Values } from '../files/source.ts'
import { sourceOf } from '../files/source.ts'
import type { BegunRun } from './bulk-run.ts'
import { calls } from './calls.ts'
import { Ledger } from './ledger.ts'
import type { BulkOptions } from './options.ts'
import { begun, type Plan, paceOf, Run, settingsOf } from './run.ts'

/** Begins a run that sends each item by a call of its own. */
export async function begin<Item, Outcome extends string, Data>(
  values: Values<Item>,
  options: BulkOptions,
  plan: Plan<Item, Outcome, Data>,
): Promise<BegunRun<Item, Outcome, Data>> {
  const settings = settingsOf(options)
  const ledger = await Ledger.open(plan.operation, options.checkpoint)
  const run = new Run(ledger, settings, plan.outcomes, paceOf(values, options, ledger))
  return begun(run, calls(run, sourceOf(values), plan))
}
