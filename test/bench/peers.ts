import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const packages = ['json-server@0.17', '@stoplight/prism-cli@5']

/** Folder that the peers are installed into, on demand; git does not see it. */
export const peersFolder = new URL('../../.bench/', import.meta.url)

/** Whether the peers are there; a full run installs them when they are not. */
export function peersAreInstalled(short: boolean): boolean {
  if (existsSync(new URL('node_modules/@stoplight/prism-cli/', peersFolder))) return true
  if (short) return false
  process.stderr.write(`installing ${packages.join(' and ')}\n`)
  const prefix = ['--prefix', fileURLToPath(peersFolder)]
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts']
  const { status } = spawnSync('npm', ['install', ...prefix, ...quiet, ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 120_000,
  })
  return status === 0
}
