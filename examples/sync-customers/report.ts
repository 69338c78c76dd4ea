import type { Outcome, Refusal } from './outcome.ts'

/** What became of the records of each file. */
export type Loaded = Record<'customers.csv' | 'products.json' | 'tickets.csv', Outcome[]>

/** Prints each refusal with its line, rule and reason, then how many there were of what. */
export function report(loaded: Loaded): void {
  for (const [file, outcomes] of Object.entries(loaded)) {
    const refused = outcomes.filter((outcome): outcome is Refusal => outcome.result === 'refused')
    if (refused.length === 0) continue
    console.log(`${file}, refused:`)
    console.log(`${aligned(refused.map((it) => [`line ${it.place}`, it.rule, it.reason]))}\n`)
  }
  console.log(summary(loaded))
}

function summary(loaded: Loaded): string {
  const results = ['created', 'updated', 'refused'] as const
  const rows = Object.entries(loaded).map(([file, outcomes]) => {
    const counts = results.map((result) => outcomes.filter((it) => it.result === result).length)
    return [file, ...[outcomes.length, ...counts].map((count) => `${count}`.padStart(7))]
  })
  const header = ['', 'records', ...results]
  return aligned([header, ...rows])
}

function aligned(rows: string[][]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  const line = (row: string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}
