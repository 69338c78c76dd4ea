import { operationTable, ruleTable } from './fidelity.ts'
import { switchTable } from './switches.ts'

const sections = { operations: operationTable, rules: ruleTable, switches: switchTable }

/** The README with its tables as rules, contract and switches have them at present. */
export function withTables(readme: string): string {
  return Object.entries(sections).reduce(
    (text, [name, content]) => filled(text, name, content()),
    readme,
  )
}

/** Puts the content between the two comments that frame a section. */
function filled(text: string, name: string, content: string): string {
  const begin = `<!-- The ${name}: written by \`npm run generate\`. -->`
  const end = `<!-- End of the ${name}. -->`
  const [before, rest] = parted(text, begin)
  const [, after] = parted(rest, end)
  return `${before}${begin}\n\n${content}\n\n${end}${after}`
}

function parted(text: string, marker: string): [string, string] {
  const [before, after] = text.split(marker)
  if (before === undefined || after === undefined) throw new Error(`README.md has no ${marker}`)
  return [before, after]
}
