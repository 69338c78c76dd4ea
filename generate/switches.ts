import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { code, table } from './markdown.ts'

const file = new URL('../mock/state/behaviors.ts', import.meta.url)

/** The switches of the twin: a line for each, from the declaration of its type. */
export function switchTable(): string {
  const source = ts.createSourceFile(
    'b.ts',
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.ESNext,
    true,
  )
  const behaviors = source.statements
    .filter(ts.isInterfaceDeclaration)
    .find(({ name }) => name.text === 'Behaviors')
  const members = behaviors?.members.filter(ts.isPropertySignature) ?? []
  return table([
    ['Switch', 'Default', 'Other values', 'What it decides', 'Why this default'],
    ...members.map(lineOf),
  ])
}

/** `@default 422, as no page …`: the value, and after the comma the reason. */
function lineOf(member: ts.PropertySignature): string[] {
  const name = member.name.getText()
  const [byDefault = '', ...reason] = textOf(tagOf(member)).split(', ')
  return [
    code(name),
    code(byDefault),
    othersThan(byDefault, member.type?.getText() ?? ''),
    textOf(docOf(member)?.comment),
    reason.join(', ') || '–',
  ]
}

/** What else it can be: the other members of its type, or the type itself. */
function othersThan(byDefault: string, type: string): string {
  const choices = type.split(' | ').filter((choice) => choice !== byDefault)
  return choices.map((choice) => (choice === 'number' ? 'a number' : code(choice))).join(', ')
}

function docOf(member: ts.PropertySignature) {
  return ts.getJSDocCommentsAndTags(member).find(ts.isJSDoc)
}

function tagOf(member: ts.PropertySignature) {
  return ts.getJSDocTags(member).find(({ tagName }) => tagName.text === 'default')?.comment
}

function textOf(comment: ts.JSDoc['comment']): string {
  return (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|')
}
