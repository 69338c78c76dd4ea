import { started } from './children.ts'
import { count, type Effort, type Row } from './report.ts'
import { type Setup, suffix } from './twins.ts'

const budget = 700

const file = new URL('./children/heap.ts', import.meta.url)

/** Heap that a contact with six fields takes, among many. */
export async function heap({ manyContacts }: Effort): Promise<Row[]> {
  return [await row(manyContacts, 'plain'), await row(manyContacts, 'everything on')]
}

async function row(contacts: number, setup: Setup): Promise<Row> {
  using child = await started(file, [contacts, setup], ['--expose-gc'])
  return {
    what: `heap of a contact with 6 fields, at ${count(contacts)} contacts${suffix(setup)}`,
    measured: `${count(child.said)} B`,
    budget: `≤ ${budget} B`,
    within: child.said <= budget,
  }
}
