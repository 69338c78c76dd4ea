import { readFileSync } from 'node:fs'
import { createMock, type Mock } from '../mock.ts'
import type { Seed } from '../state/seed.ts'
import { Mistake } from './mistake.ts'

/**
 * The seed in a JSON file; what it holds is not checked.
 *
 * @throws {Mistake} when the file cannot be read, or is not JSON
 */
export function readSeed(file: string): Seed {
  const text = textOf(file)
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new Mistake(`${file} is not JSON: ${(thrown as Error).message}`)
  }
}

/**
 * A twin that starts from the seed; `file` is where that was read from, if from any.
 *
 * @throws {Mistake} naming file, record and rule, when a record of a file breaks a rule
 */
export function mockFrom(seed: Seed, file: string | undefined): Mock {
  try {
    return createMock({ seed })
  } catch (thrown) {
    // Narrower errors, such as a TypeError, are bugs of the twin and keep their stack.
    if (file === undefined || (thrown as Error).name !== 'Error') throw thrown
    throw new Mistake(`${file}: ${(thrown as Error).message}`)
  }
}

function textOf(file: string) {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException
    const reason = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }[`${code}`]
    throw new Mistake(`cannot read ${file}: ${reason ?? message}`)
  }
}
