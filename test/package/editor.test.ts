import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProject, type Project } from './packed.ts'
import { root } from './run.ts'

/** A program as its author has it open. */
const program = `import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const connectif = new Connectif({ apiKey: 'test:secret', fetch: createMock().fetch })
await connectif.contacts.upsert({ externalId: '1' }, { _name: 'Ada' })
`

let project: Project
let editor: ChildProcess
let lines: AsyncIterator<string>

beforeAll(async () => {
  project = await aProject('ky')
  const compilerOptions = { module: 'nodenext', target: 'es2023', types: [] }
  writeFileSync(join(project.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  writeFileSync(join(project.folder, 'program.ts'), program)

  const server = join(root, 'node_modules/typescript/lib/tsserver.js')
  editor = spawn(process.execPath, [server, '--disableAutomaticTypingAcquisition'])
  const input = editor.stdout as NodeJS.ReadableStream
  lines = createInterface({ input })[Symbol.asyncIterator]()
  send('open', {})
})

afterAll(async () => {
  editor.kill()
  await once(editor, 'close')
})

test.for([
  ['createMock', 'mock/mock.ts', 'export function createMock'],
  ['Connectif(', 'sdk/client.ts', 'export class Connectif'],
  ['upsert', 'sdk/resources/contacts.ts', 'upsert<'],
] as const)('"go to definition" of %s leads into %s', async ([name, file, declaration]) => {
  const definition = await definitionOf(name)

  expect(definition.file).toBe(join(project.own, file))
  expect(textAt(definition)).toContain(declaration)
})

interface Definition {
  readonly file: string
  readonly start: { readonly line: number; readonly offset: number }
}

/** Where the last mention of a name in the program leads to. */
async function definitionOf(name: string): Promise<Definition> {
  const before = program.slice(0, program.lastIndexOf(name)).split('\n')
  send('definition', { line: before.length, offset: (before.at(-1)?.length ?? 0) + 1 })
  for (;;) {
    const { done, value: line } = await lines.next()
    if (done) throw new Error('the editor ended')
    if (line.includes('"command":"definition"')) return JSON.parse(line).body[0]
  }
}

function send(command: string, args: object) {
  const file = join(project.folder, 'program.ts')
  const request = { seq: 0, type: 'request', command, arguments: { file, ...args } }
  editor.stdin?.write(`${JSON.stringify(request)}\n`)
}

function textAt({ file, start }: Definition) {
  return readFileSync(file, 'utf8').split('\n')[start.line - 1]
}
