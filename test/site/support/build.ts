import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for what became of the build: a URL that answers once it has ended. */
    site: string
  }
}

/** What became of building the site. */
export interface Built {
  /** The folder of the site. */
  readonly folder: string
  /** Why there is no site; undefined where there is one. */
  readonly trouble: string | undefined
  /** What was printed. */
  readonly printed: string
}

/**
 * Builds the site as `npm run docs` does, once for all tests of it, while other tests run. A build
 * that fails fails the tests that ask for the site, and no others.
 */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const parent = mkdtempSync(join(tmpdir(), 'site-'))
  const stop = new AbortController()
  const building = build(join(parent, 'docs'), stop.signal)
  const server = createServer(async (_, response) => {
    response.end(JSON.stringify(await building))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  project.provide('site', `http://127.0.0.1:${port}`)
  return async () => {
    stop.abort()
    await building
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    rmSync(parent, { recursive: true })
  }
}

function build(folder: string, signal: AbortSignal): Promise<Built> {
  const args = ['generate/site/main.ts', folder]
  return new Promise((resolve) => {
    execFile(process.execPath, args, { signal }, (error, stdout, stderr) => {
      resolve({ folder, trouble: error?.message, printed: stdout + stderr })
    })
  })
}
