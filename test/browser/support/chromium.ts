import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'
import { type BrowserServer, type LaunchOptions, chromium as playwright } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of this run is reached; empty where it did not start. */
    chromium: string
    /** Why the browser did not start; empty where it did. */
    chromiumTrouble: string
  }
}

/** The browser of a run, and how many projects use it. */
interface Shared {
  readonly server: Promise<BrowserServer>
  users: number
}

declare global {
  var connectifChromium: Shared | undefined
}

const require = createRequire(import.meta.url)
const packed = join(dirname(require.resolve('@sparticuz/chromium')), '../bin')

/**
 * Starts the browser of a run, which all of its test files share. One that does not start fails
 * the tests that connect to it, and no others.
 */
export default async function start(
  project: Pick<TestProject, 'provide'>,
): Promise<() => Promise<void>> {
  // Each project loads this file for itself; what they share stands on the global.
  globalThis.connectifChromium ??= { server: launched(), users: 0 }
  const shared = globalThis.connectifChromium
  shared.users += 1
  const started = await shared.server.then(
    (server) => ({ endpoint: server.wsEndpoint(), trouble: '' }),
    (thrown: unknown) => ({ endpoint: '', trouble: String(thrown) }),
  )
  project.provide('chromium', started.endpoint)
  project.provide('chromiumTrouble', started.trouble)
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    globalThis.connectifChromium = undefined
    if (started.trouble === '') await (await shared.server).close()
  }
}

async function launched(): Promise<BrowserServer> {
  return playwright.launchServer(await launchOptions())
}

/** The Chromium from npm where there is one, else the Chrome that is installed. */
async function launchOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' }
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  return {
    executablePath,
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: runs(executablePath) ? env : { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') },
  }
}

/** Whether the machine has the libraries that a browser needs. */
function runs(executablePath: string): boolean {
  try {
    execFileSync(executablePath, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Unpacks the browser, once a machine and version: beside its place first, as runs may race. */
async function unpacked(): Promise<string> {
  const { version } = require(join(packed, '../package.json')) as { version: string }
  const folder = join(tmpdir(), `connectif-chromium-${version}`)
  if (existsSync(folder)) return folder
  const { TMPDIR: before } = process.env
  const beside = mkdtempSync(`${folder}-`)
  try {
    process.env.TMPDIR = beside
    await chromium.executablePath()
    await inflate(join(packed, 'al2023.tar.br'))
    writeFileSync(join(beside, 'fonts.conf'), fontsIn(join(folder, 'fonts')))
    if (!existsSync(folder)) renameSync(beside, folder)
    else rmSync(beside, { recursive: true })
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  return folder
}

/** Text looks the same everywhere; for what its font lacks, that of the machine stands in. */
function fontsIn(folder: string): string {
  const families = ['sans-serif', 'system-ui'].map(
    (family) =>
      `<alias><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  )
  const folders = [folder, '/usr/share/fonts', '/usr/local/share/fonts']
  const dirs = folders.map((dir) => `<dir>${dir}</dir>`)
  const cache = `<cachedir>${join(folder, 'cache')}</cachedir>`
  return `<?xml version="1.0"?><fontconfig>${[...dirs, cache, ...families].join('')}</fontconfig>`
}
