import type { Overview } from '../client/shapes.ts'
import { countText } from '../store/format.ts'

const mostShown = 8
const colors = ['s-good', 's-warn', 's-bad'] as const

/** How many calls each operation had, by what became of them. */
export function CallBars({ calls }: { readonly calls: Overview['calls'] }) {
  const rows = byOperation(calls)
  const most = Math.max(1, ...rows.map(({ total }) => total))
  return (
    <ul class="bars" aria-label="Calls by operation">
      {rows.slice(0, mostShown).map(({ operation, total, counts }) => (
        <li key={operation}>
          <span class="mono small one-line" title={operation}>
            {operation}
          </span>
          <span class="bar" aria-hidden="true">
            {counts.map((count, at) =>
              count === 0 ? null : (
                <Part key={colors[at]} share={count / most} color={colors[at] as string} />
              ),
            )}
          </span>
          <b title={wordsOf(counts)}>
            {countText(total)}
            <span class="unseen"> calls: {wordsOf(counts)}</span>
          </b>
        </li>
      ))}
    </ul>
  )
}

/** Set by script: a style attribute in the page would be against its policy. */
function Part({ share, color }: { readonly share: number; readonly color: string }) {
  return <i class={color} style={{ width: `${share * 100}%` }} />
}

interface Row {
  readonly operation: string
  readonly total: number
  /** Done, refused, failed. */
  readonly counts: readonly [number, number, number]
}

function byOperation(calls: Overview['calls']): readonly Row[] {
  const found = new Map<string, [number, number, number]>()
  for (const { operation, status, count } of calls) {
    const key = operation ?? 'no operation'
    const counts = found.get(key) ?? [0, 0, 0]
    counts[partOf(status)] += count
    found.set(key, counts)
  }
  return [...found]
    .map(([operation, counts]) => ({
      operation,
      counts,
      total: counts[0] + counts[1] + counts[2],
    }))
    .sort((a, b) => b.total - a.total)
}

function partOf(status: number) {
  if (status >= 200 && status < 400) return 0
  return status >= 400 && status < 500 ? 1 : 2
}

function wordsOf([done, refused, failed]: Row['counts']) {
  return `${done} done, ${refused} refused, ${failed} failed`
}
