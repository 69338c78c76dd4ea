import { createMock, type Mock } from '../mock.ts'
import type { Seed } from '../state/seed.ts'
import { Mistake } from './mistake.ts'
import { textOf } from './text-file.ts'

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
