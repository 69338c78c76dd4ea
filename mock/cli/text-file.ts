import { readFileSync } from 'node:fs'
import { Mistake } from './mistake.ts'

/**
 * The text of a file, without a byte order mark.
 *
 * @throws {Mistake} when it cannot be read
 */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (thrown) {
    throw unreadable(file, thrown)
  }
}

/** Why a file cannot be read. */
export function unreadable(file: string, thrown: unknown): Mistake {
  const { code, message } = thrown as NodeJS.ErrnoException
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'you have no right to',
  }
  return new Mistake(`cannot read ${file}: ${reasons[`${code}`] ?? message}`)
}
