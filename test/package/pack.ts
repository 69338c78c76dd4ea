import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { npm, root } from './run.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The package as `npm pack` makes it; empty where it was not packed. */
    archive: string
    /** Why the package was not packed; empty where it was. */
    archiveTrouble: string
  }
}

/** Packs what is in `dist` now, once for all tests of the package. */
export default async function pack(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'connectif-archive-'))
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]
  const { archive, trouble } = await npm(args, root).then(
    ({ stdout }) => ({ archive: join(folder, stdout.trim()), trouble: '' }),
    (thrown: unknown) => ({ archive: '', trouble: String(thrown) }),
  )
  project.provide('archive', archive)
  project.provide('archiveTrouble', trouble)
  return () => rmSync(folder, { recursive: true })
}
