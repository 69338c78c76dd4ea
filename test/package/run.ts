import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Runs a program to its end; rejects when it fails. */
export const run = promisify(execFile)

/** The repository. */
export const root = join(import.meta.dirname, '../..')

/** Runs npm in a folder to its end. */
export function npm(args: string[], cwd: string) {
  return run('npm', args, { cwd, shell: process.platform === 'win32' })
}
