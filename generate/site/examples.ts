import { createHash } from 'node:crypto'
import ts from 'typescript'
import { codeBlocks, whole } from './code-blocks.ts'

/** An example of a guide that can run in a page. */
export interface Example {
  /** Made of its code, so that caches keep no older one. */
  readonly id: string
  /** As the guide shows it. */
  readonly code: string
  /** What it prints; undefined where the guide does not say. */
  readonly output: string | undefined
}

/** The examples of a Markdown file that need nothing but the SDK and the twin. */
export function examplesOf(markdown: string): Example[] {
  return codeBlocks(markdown)
    .filter(({ language, run, code }) => language === 'ts' && run === 'run' && runsInPages(code))
    .map(({ code, output }) => ({ id: idOf(code), code, output }))
}

/** The script of an example: a function for the button, which gives it what it imports. */
export function exampleScript({ id, code }: Example): string {
  const { outputText } = ts.transpileModule(withoutImports(whole(code)), {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  })
  const body = outputText.replace(/^export \{\};$/m, '').trim()
  return `connectifExample('${id}', async ({ modules, console, process }) => {\n${body}\n})\n`
}

function runsInPages(code: string): boolean {
  const names = [...code.matchAll(/^(?:import|\} from) .*?'([^']+)'/gm)].map(([, name]) => name)
  return names.every((name) => name === 'connectif-sdk' || name === 'connectif-sdk/mock')
}

function withoutImports(code: string): string {
  return code.replace(
    /^import (?!type\b)(\{[^}]*\}) from '([^']+)'/gm,
    (_, names, from) => `const ${withoutTypes(names)} = modules['${from}']`,
  )
}

function withoutTypes(names: string): string {
  return names.replace(/\btype \w+,? ?/g, '').replaceAll(' as ', ': ')
}

function idOf(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 12)
}
