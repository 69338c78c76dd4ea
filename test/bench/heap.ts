import { started } from './children.ts'
import { count, type Effort, type Row } from './report.ts'

const budget = 700

/** Heap that a contact with six fields takes, among many. */
export async function heap({ manyContacts }: Effort): Promise<Row[]> {
  const file = new URL('./children/heap.ts', import.meta.url)
  using child = await started(file, manyContacts, ['--expose-gc'])
  return [
    {
      what: `heap of a contact with 6 fields, at ${count(manyContacts)} contacts`,
      measured: `${count(child.said)} B`,
      budget: `≤ ${budget} B`,
      within: child.said <= budget,
    },
  ]
}
