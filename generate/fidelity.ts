import { rules } from '../mock/rules/all.ts'
import * as gate from '../mock/rules/gate.ts'
import { quotaMustLast } from '../mock/rules/rate-limit.ts'
import type { Grade } from '../mock/rules/rule.ts'
import { contract, operations } from './contract.ts'
import { code, item, table } from './markdown.ts'

const ofTheGate = new Set(
  [...Object.values(gate), quotaMustLast].flatMap((one) =>
    typeof one === 'function' && 'id' in one ? [one.id] : [],
  ),
)

/**
 * How faithful each operation is: its rules and statuses by their grade, and what the twin leaves
 * out of it. Rules that all operations share, or none has, stand before the table.
 */
export function operationTable(): string {
  const ids = rules.map(({ id }) => id)
  const named = new Set(operations().flatMap(({ operation }) => operation['x-rules']))
  const lines = operations().map(({ key, operation }) => [
    code(key),
    operation['x-grade'],
    list(withGrade(operation['x-rules'], ['documented', 'observed']).map(code)),
    list([
      ...withGrade(operation['x-rules'], ['assumed']).map(code),
      ...statuses(operation['x-assumed-statuses']),
    ]),
    list(operation['x-not-modelled'].map(words)),
  ])
  return [
    item(`Every operation: ${list(ids.filter((id) => ofTheGate.has(id)).map(code))}.`),
    item(
      `Tracking and time, no operation: ${list(
        ids.filter((id) => !named.has(id) && !ofTheGate.has(id)).map(code),
      )}.`,
    ),
    '',
    table([['Operation', 'Grade', 'Rules', 'Assumed', 'Not modelled'], ...lines]),
    '',
    ...Object.entries(contract['x-not-modelled']).map(([name, sentence]) =>
      item(`_${words(name)}_: ${sentence}`),
    ),
  ].join('\n')
}

/** What the twin enforces and how sure it is: a line for each rule. */
export function ruleTable(): string {
  const lines = rules.map(({ id, says, grade, source }) => [code(id), says, grade, page(source)])
  return table([['Rule', 'What holds', 'Grade', 'Source'], ...lines])
}

function withGrade(ids: readonly string[], grades: readonly Grade[]) {
  return ids.filter((id) => grades.some((one) => one === gradeOf(id)))
}

function gradeOf(id: string) {
  return rules.find((rule) => rule.id === id)?.grade
}

function statuses(assumed: readonly number[]) {
  return assumed.length === 0 ? [] : [`status ${list(assumed.map(String))}`]
}

function list(texts: readonly string[]) {
  return texts.join(', ') || '–'
}

function words(name: string) {
  return name.replaceAll('-', ' ')
}

function page(source: string) {
  if (!source.startsWith('https:')) return '–'
  const path = source.split('/connectif-api/')[1] ?? `article ${source.match(/\d{6,}/)}`
  return `[${path}](${source})`
}
