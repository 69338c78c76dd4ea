import type { WorkName } from './children/memory.ts'
import { type Child, started } from './children.ts'
import { count, type Effort, type Row } from './report.ts'

const contacts = 100_000
const budget = 200
const works: readonly WorkName[] = [
  'parse',
  'clone',
  'restore',
  'restore from JSON',
  'snapshot',
  'diff',
  'reset',
  'purge',
  'page views',
  'merge',
]

const file = new URL('./children/memory.ts', import.meta.url)

/** What a twin with many contacts does with all of them at once, everything on. */
export async function memory({ short }: Effort): Promise<Row[]> {
  using child = await started(file, [contacts], ['--expose-gc'])
  const { parse, clone, ...best } = await bestOf(child, short ? 2 : 9)
  const row = (what: string, time: number, budget?: number): Row => ({
    what,
    measured: `${time.toFixed(0)} ms, ${(time / parse).toFixed(2)} × JSON.parse`,
    budget: budget === undefined ? '–' : `≤ ${budget} ms`,
    within: budget === undefined ? undefined : time <= budget,
  })
  const many = `${count(contacts)} contacts`
  const sides = `JSON.parse ${parse.toFixed(0)} ms, structuredClone ${clone.toFixed(0)} ms`
  return [
    row(`restore of a snapshot of ${many} (${sides})`, best.restore, budget),
    row(`restore of the same, read from JSON`, best['restore from JSON'], budget),
    row(`snapshot of ${many}`, best.snapshot),
    row(`diff of ${many}, 1 000 of them changed`, best.diff),
    row(`reset of ${many}`, best.reset),
    row(`purge of ${count(contacts)} anonymous contacts at once`, best.purge),
    row(`page views of ${count(contacts)} anonymous contacts`, best['page views']),
    row(`merging 1 000 of ${count(contacts)} anonymous contacts`, best.merge),
  ]
}

/** The best of each work, which take turns; what else the machine does can only add to them. */
async function bestOf(child: Child, rounds: number): Promise<Record<WorkName, number>> {
  const best = {} as Record<WorkName, number>
  for (let round = 0; round < rounds; round++) {
    for (const name of works) {
      const time = await child.ask<number>(name)
      best[name] = Math.min(time, best[name] ?? Number.POSITIVE_INFINITY)
    }
  }
  return best
}
