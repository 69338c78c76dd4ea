import { started } from './children.ts'
import { medianPair } from './pairs.ts'
import { count, type Effort, type Row } from './report.ts'

const file = new URL('./children/bulk.ts', import.meta.url)
const itemsACall = 500
const microsecondsAtMost = 20
const mebibytesAtMost = 20

/** What loading at volume takes more than the plain calls, and what it holds in memory. */
export async function bulk({ short, manyContacts }: Effort): Promise<Row[]> {
  const { one, other } = await medianPair(
    { file, one: ['bulk'], other: ['plain'], calls: 1 },
    short,
  )
  const more = (one - other) / itemsACall
  using child = await started(file, ['bulk', 'memory'], ['--expose-gc'])
  const few = await child.ask<number>(10_000)
  const many = await child.ask<number>(manyContacts)
  return [
    {
      what: `the bulk layer, for each item, over plain calls of ${(other / itemsACall).toFixed(0)} µs`,
      measured: `${more.toFixed(1)} µs`,
      budget: `≤ ${microsecondsAtMost} µs`,
      within: more <= microsecondsAtMost,
    },
    {
      what: `heap after ${count(manyContacts)} items, against that after 10 000`,
      measured: `${(many - few).toFixed(1)} MiB`,
      budget: `≤ ${mebibytesAtMost} MiB`,
      within: many - few <= mebibytesAtMost,
    },
  ]
}
