import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

const sources: Readonly<Record<string, string>> = {
  'connectif-sdk': 'sdk/index.ts',
  'connectif-sdk/mock': 'mock/index.ts',
  'connectif-sdk/mock/server': 'mock/carriers/server.ts',
}

/** What the compiler has to say of these files, as if they were in the root. */
export function mistakes(files: readonly (readonly [name: string, code: string])[]): string[] {
  const texts = new Map(files.map(([name, code]) => [join(root, name), code]))
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (name) => texts.has(name) || fileExists(name)
  host.readFile = (name) => texts.get(name) ?? readFile(name)

  const program = ts.createProgram([...texts.keys()], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map((mistake) => ts.formatDiagnostic(mistake, { ...host, getNewLine: () => '\n' }))
}

/** What each script prints, run one after another; the twin answers for the real address. */
export function printedBy(scripts: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'))
  const mark = '--- end of a script'
  const lines = scripts.map((code, at) => {
    writeFileSync(join(folder, `${at}.ts`), local(code))
    return `await import('./${at}.ts'); console.log('${mark}')`
  })
  const all = join(folder, 'all.ts')
  writeFileSync(
    all,
    local(`import { createMock } from 'connectif-sdk/mock'
globalThis.fetch = createMock().fetch
${lines.join('\n')}`),
  )

  const { stdout, stderr } = spawnSync(process.execPath, [all], {
    encoding: 'utf8',
    env: { ...process.env, CONNECTIF_API_KEY: 'test:secret' },
  })
  rmSync(folder, { recursive: true })
  expect(stderr).toBe('')
  return stdout.split(`${mark}\n`)
}

/** A script that uses the sources in place of the package. */
export function local(code: string): string {
  const url = (entry: string) => new URL(`../../${sources[entry]}`, import.meta.url).href
  return code.replace(/'(connectif-sdk[/\w]*)'/g, (_, entry) => `'${url(entry)}'`)
}
