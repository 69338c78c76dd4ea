import { styleText } from 'node:util'
import { visible } from './visible.ts'

/** What a table takes besides its cells: a space at each side of one, and a line between two. */
const around = 3
const narrowest = 8

/** Rows under a head, in a width of so many columns where cells can be broken to fit it. */
export async function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): Promise<string> {
  const { default: Table } = await import('cli-table3')
  const cells = rows.map((row) => row.map(visible))
  const natural = head.map((name, at) => widest([name, ...cells.map((row) => row[at] ?? '')]))
  const widths = fitted(natural, columns - around * head.length - 1)
  const isBroken = widths.some((width, at) => width < (natural[at] as number))

  const made = new Table({
    head: head.map((name) => styleText('bold', name)),
    style: { head: [], border: [] },
    wordWrap: true,
    wrapOnWordBoundary: false,
    ...(isBroken && { colWidths: widths.map((width) => width + 2) }),
  })
  made.push(...cells)
  return `${made.toString()}\n`
}

function widest(texts: readonly string[]) {
  return Math.max(...texts.flatMap((text) => text.split('\n').map((line) => line.length)))
}

/** The widths, the widest ones made narrower until all fit. */
function fitted(natural: readonly number[], room: number) {
  const widths = [...natural]
  for (let over = sum(widths) - room; over > 0; over--) {
    const most = Math.max(...widths)
    if (most <= narrowest) break
    widths[widths.indexOf(most)] = most - 1
  }
  return widths
}

function sum(numbers: readonly number[]) {
  return numbers.reduce((total, number) => total + number, 0)
}
