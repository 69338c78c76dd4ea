import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the site that was built for this run. */
    site: string
    /** What building it printed. */
    siteBuild: string
  }
}

/** Builds the site as `npm run docs` does, once for all tests of it. */
export default function build(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'site-'))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['generate/site/main.ts', join(folder, 'docs')],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the site was not built:\n${stdout}${stderr}`)
  project.provide('site', join(folder, 'docs'))
  project.provide('siteBuild', stdout + stderr)
  return () => rmSync(folder, { recursive: true })
}
