import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.ts'

/** How programs find modules, and the modules that go with it. */
export const resolutions = [
  ['nodenext', 'nodenext'],
  ['bundler', 'esnext'],
] as const

/** What the compiler says of a file of the project; it looks into all declarations. */
export async function compiled(
  folder: string,
  text: string,
  options: object,
  tsc = join(root, 'node_modules/typescript/bin/tsc'),
): Promise<string> {
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023', 'dom'],
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    ...options,
  }
  writeFileSync(join(folder, 'consumer.ts'), text)
  const config = { compilerOptions, files: ['consumer.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  return run(process.execPath, [tsc], { cwd: folder }).then(
    ({ stdout }) => stdout,
    ({ stdout, message }) => stdout || message,
  )
}
