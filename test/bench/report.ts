import type { Times } from './pairs.ts'
import { microseconds, perSecond, type Work } from './rounds.ts'

/** What was measured against one budget. */
export interface Row {
  readonly what: string
  readonly measured: string
  readonly budget: string
  /** Undefined when it could not be measured, or has no budget. */
  readonly within: boolean | undefined
}

/** What was measured of one thing that others use instead. */
export interface PeerRow {
  readonly what: string
  readonly measured: string
  readonly comparison: string
  /** What it leaves out of the work of the twin. */
  readonly without: string
}

/** How thorough a run is. */
export interface Effort {
  readonly short: boolean
  /** Contacts where the budget asks for a million. */
  readonly manyContacts: number
}

/** A row of how many times as long one thing takes as another, each in microseconds. */
export function timesRow(what: string, { one, other }: Times, atMost: number): Row {
  const times = one / other
  return {
    what: `${what} (${one.toFixed(1)} µs, ${other.toFixed(1)} µs)`,
    measured: `${times.toFixed(2)} ×`,
    budget: `≤ ${atMost} ×`,
    within: times <= atMost,
  }
}

/**
 * A row of how fast one server is for another. Addresses are spread over all contacts. Without
 * `atLeast`, the row is there for comparison.
 */
export function speedRow(what: string, one: Work, other: Work, atLeast?: number): Row {
  const times = `${microseconds(one).toFixed(0)} µs, ${microseconds(other).toFixed(0)} µs`
  const clock = `${percent(perSecond(one) / perSecond(other))} by the clock`
  const speed = microseconds(other) / microseconds(one)
  return {
    what: `${what} (${times}; ${clock})`,
    measured: percent(speed),
    budget: atLeast === undefined ? '–' : `≥ ${percent(atLeast)}`,
    within: atLeast === undefined ? undefined : speed >= atLeast,
  }
}

/** A share in percent. */
function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`
}

/** A count with its thousands set apart. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en').replaceAll(',', ' ')
}

/** Rows under their headings, in columns. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows]
  const widths = headings.map((_, column) =>
    Math.max(...all.map((row) => (row[column] as string).length)),
  )
  const lines = all.map((row) =>
    row.map((cell, at) => cell.padEnd(widths[at] as number)).join('  '),
  )
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [lines[0], rule, ...lines.slice(1)].map((line) => line?.trimEnd()).join('\n')
}

/** The verdict on a row, in a word. */
export function verdict({ within }: Row): string {
  if (within === undefined) return '–'
  return within ? 'within' : 'OVER'
}
