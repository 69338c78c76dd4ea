import { createMock, type Mock, type MockOptions } from '../mock/index.ts'
import { rules } from '../mock/rules/all.ts'
import type { RuleFacts } from '../mock/rules/rule.ts'
import { ImportForm } from './import-form.ts'
import { type RuleExample, ruleExamples, ruleNotes, start } from './rule-examples.ts'

const about = `# The rules of the twin

<!-- Written by \`npm run generate\`. -->

What the twin enforces, how sure each rule is, and a call that shows it. The answers come from the
twin, on an account that has Ada (\`POS-000001\`, \`ada@example.com\`), Bob (\`POS-000002\`,
\`bob@example.com\`), a product and a purchase of Ada's.

- _documented_: a page of the vendor says so.
- _observed_: public clients depend on it.
- _assumed_: the documentation is silent, and a choice was made, mostly the strict one. Many have a
  [switch](../README.md#switches).

A refusal names its rule in the header \`x-connectif-mock-rule\`, and in the SDK as \`error.rule\`.
`

/** The guide to the rules: sentence, source, grade and example of each. */
export async function rulesGuide(): Promise<string> {
  const parts = await Promise.all(rules.map(partOf))
  return `${about}\n${parts.join('\n')}`
}

async function partOf({ id, says, grade, source }: RuleFacts): Promise<string> {
  const page = source.startsWith('https:')
    ? `[page of the vendor](${source})`
    : 'no page of the vendor'
  const example = ruleExamples[id]
  const shown = example
    ? await shownBy(example)
    : `${ruleNotes[id]}
`
  return `## ${id}\n\n${says}\n\n_${grade}_, ${page}.\n\n${shown}`
}

async function shownBy({ ask, body, headers, before = [], options, shows }: RuleExample) {
  const mock = createMock(options ?? start)
  for (const [first, sent] of before) await answered(mock, first, sent)
  const response = await answered(mock, ask, body, headers)

  const firsts = countedUp(before.map(([first]) => first))
  const request = [...firsts, ask, ...(body === undefined ? [] : [shownBody(body)])]
  const answer = await shownAnswer(response, shows)
  return `${setup(options ?? start)}${block('http', request.join('\n'))}\n${block('text', answer)}`
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\`\n`
}

function answered(
  mock: Mock,
  ask: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = { authorization: 'apiKey test:secret' },
): Promise<Response> {
  const [method = '', path = ''] = ask.split(' ')
  const isForm = body instanceof ImportForm
  const text = isForm ? body.body : typeof body === 'string' ? body : JSON.stringify(body)
  const type = isForm ? body.type : 'application/json'
  return mock.fetch(`https://api.connectif.cloud${path}`, {
    method,
    headers: { ...(text !== undefined && { 'content-type': type }), ...headers },
    ...(text !== undefined && { body: text }),
  })
}

function countedUp(asks: readonly string[]): string[] {
  const [first] = asks
  if (first === undefined) return []
  return [asks.length > 1 ? `${first}   (${asks.length} times)` : first, '']
}

function shownBody(body: unknown): string {
  return body instanceof ImportForm || typeof body === 'string' ? String(body) : indented(body)
}

/** JSON on a line of its own, or on several where that would be long. */
function indented(value: unknown): string {
  const line = JSON.stringify(value)
  return line.length > 90 ? JSON.stringify(value, null, 2) : line
}

/** How the twin is made, where it is not the usual one. */
function setup({ behaviors, domains, rateLimit, accounts }: MockOptions): string {
  const special = Object.entries({ behaviors, domains, rateLimit, accounts })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `\`${name}: ${JSON.stringify(value).replaceAll('"', "'")}\``)
  return special.length === 0 ? '' : `With ${special.join(', ')}:\n\n`
}

async function shownAnswer(response: Response, shows?: readonly string[]): Promise<string> {
  const text = await response.text()
  const rule = response.headers.get('x-connectif-mock-rule')
  const head = rule ? `${response.status}  x-connectif-mock-rule: ${rule}` : `${response.status}`
  if (!shows) return [head, ...(text ? [indented(JSON.parse(text))] : [])].join('\n')
  const fields = text ? (JSON.parse(text) as Record<string, unknown>) : {}
  const lines = shows.map((name) => `${name}: ${JSON.stringify(fields[name]) ?? 'not there'}`)
  return [head, ...lines].join('\n')
}
