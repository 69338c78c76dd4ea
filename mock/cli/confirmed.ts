import { Mistake } from './mistake.ts'
import { isRead } from './print.ts'

/** What to ask, and what to say where there is nobody to ask. */
export interface Question {
  readonly message: string
  /** What was not done, as a sentence, if the answer is no. */
  readonly otherwise: string
  /** What to do where nobody can be asked. */
  readonly unasked: string
}

/**
 * Whether the person at the terminal says yes. Ctrl-C is a no, with the exit code 130.
 *
 * @throws {Mistake} when there is no terminal to ask at
 */
export async function confirmed({ message, otherwise, unasked }: Question): Promise<boolean> {
  if (!process.stdin.isTTY || !isRead(process.stderr)) throw new Mistake(unasked)

  const { confirm, isCancel } = await import('@clack/prompts')
  const answer = await confirm({ message, initialValue: false, output: process.stderr })
  if (answer === true) return true
  process.stderr.write(`${otherwise}\n`)
  process.exitCode = isCancel(answer) ? 130 : 1
  return false
}
