import { styleText } from 'node:util'
import { visible } from './visible.ts'

/** What is between two columns. */
const gap = '  '
const narrowest = 8

const chars = Object.fromEntries(
  ['top', 'bottom', 'left', 'mid', 'right']
    .flatMap((name) => [name, `${name}-mid`, `${name}-left`, `${name}-right`])
    .map((name) => [name, '']),
)

/** Rows under a head, in a width of so many columns where cells can be broken to fit it. */
export async function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): Promise<string> {
  const { default: Table } = await import('cli-table3')
  const cells = rows.map((row) => row.map(visible))
  const natural = head.map((name, at) => widest([name, ...cells.map((row) => row[at] ?? '')]))
  const widths = fitted(natural, columns - gap.length * (head.length - 1))

  const made = new Table({
    chars: { ...chars, middle: gap },
    head: head.map((name) => styleText('underline', name)),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  for (const row of cells) {
    const broken = row.map((cell, at) => wrapped(cell, widths[at] as number))
    for (const line of inLines(broken)) made.push(line)
  }
  return `${made.toString().replace(/ +$/gm, '')}\n`
}

/** A row for each line: for a cell of many lines, the package takes time by the cube of them. */
function inLines(cells: readonly (readonly string[])[]): string[][] {
  const most = Math.max(...cells.map(({ length }) => length))
  return Array.from({ length: most }, (_, at) => cells.map((lines) => lines[at] ?? ''))
}

/** A text in lines of a width: broken between words, and within one that is longer. */
function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const pieces: string[] = ['']
    for (const word of line.split(/(?<= )/).flatMap((word) => cut(word, width))) {
      const last = pieces.at(-1) as string
      if (`${last}${word}`.trimEnd().length <= width) pieces[pieces.length - 1] = last + word
      else pieces.push(word)
    }
    return pieces
  })
}

function cut(word: string, width: number): string[] {
  if (word.trimEnd().length <= width) return [word]
  const characters = [...word]
  const pieces: string[] = []
  for (let at = 0; at < characters.length; at += width) {
    pieces.push(characters.slice(at, at + width).join(''))
  }
  return pieces
}

function widest(texts: readonly string[]) {
  return Math.max(...texts.flatMap((text) => text.split('\n').map((line) => line.length)))
}

/** The widths, the widest ones made narrower until all fit. */
function fitted(natural: readonly number[], room: number) {
  const widths = [...natural]
  for (let over = widths.reduce((sum, width) => sum + width) - room; over > 0; over--) {
    const most = Math.max(...widths)
    if (most <= narrowest) break
    widths[widths.indexOf(most)] = most - 1
  }
  return widths
}
