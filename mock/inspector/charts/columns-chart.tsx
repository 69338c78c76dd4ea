import { countText, shortDay } from '../store/format.ts'

/** What is counted, and by which colour it is drawn. */
export interface Series {
  readonly name: string
  readonly color: string
}

interface ColumnsChartProps {
  /** What the chart is about, for those who do not see it. */
  readonly label: string
  readonly series: readonly Series[]
  /** Counts by series for each day, oldest first. */
  readonly days: readonly { readonly day: string; readonly counts: readonly number[] }[]
}

const width = 600
const height = 120

/** Columns over time, one part above the other. The words stand outside, so that none is scaled. */
export function ColumnsChart({ label, series, days }: ColumnsChartProps) {
  const most = niceAbove(Math.max(1, ...days.map(({ counts }) => sumOf(counts))))
  const ends = days.length > 1 ? [days[0], days.at(-1)] : days
  return (
    <div class="chart">
      <div class="scale" aria-hidden="true">
        {[1, 0.5, 0].map((share) => (
          <span key={share}>{countText(most * share)}</span>
        ))}
      </div>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <Grid />
        <Columns series={series} days={days} most={most} />
      </svg>
      <div class="ends" aria-hidden="true">
        {ends.map((end) => end && <span key={end.day}>{shortDay(end.day)}</span>)}
      </div>
    </div>
  )
}

function Grid() {
  return (
    <>
      {[0, 0.5, 1].map((share) => (
        <line
          key={share}
          class="grid"
          x2={width}
          y1={height * share}
          y2={height * share}
          vector-effect="non-scaling-stroke"
        />
      ))}
    </>
  )
}

/** The columns, of which the highest possible one has this many. */
function Columns({ series, days, most }: Omit<ColumnsChartProps, 'label'> & { most: number }) {
  const step = width / Math.max(days.length, 1)
  const column = Math.min(40, step * 0.72)
  return (
    <>
      {days.map(({ day, counts }, at) => (
        <g key={day}>
          <title>{titleOf(day, series, counts)}</title>
          {counts.map((count, part) => (
            <rect
              key={series[part]?.name}
              class={series[part]?.color}
              x={at * step + (step - column) / 2}
              y={height * (1 - sumOf(counts.slice(0, part + 1)) / most)}
              width={column}
              height={(height * count) / most}
            />
          ))}
        </g>
      ))}
    </>
  )
}

/** What the colours of a chart mean, with the sums. */
export function Legend({
  items,
}: {
  readonly items: readonly (Series & { readonly count: number })[]
}) {
  return (
    <ul class="legend">
      {items.map(({ name, color, count }) => (
        <li key={name}>
          <i class={color} />
          {name} <b>{countText(count)}</b>
        </li>
      ))}
    </ul>
  )
}

function sumOf(counts: readonly number[]) {
  return counts.reduce((sum, count) => sum + count, 0)
}

function titleOf(day: string, series: readonly Series[], counts: readonly number[]) {
  const parts = series.map(({ name }, at) => `${name} ${counts[at] ?? 0}`)
  return `${shortDay(day)}: ${parts.join(', ')}`
}

/** An even number at or above, with one digit that counts. */
function niceAbove(count: number) {
  const unit = 10 ** Math.floor(Math.log10(count))
  const nice = [1, 2, 4, 6, 8, 10].find((factor) => factor * unit >= count) ?? 10
  return Math.max(2, nice * unit)
}
