import { createRequire } from 'node:module'
import { Command } from 'commander'
import { Mistake } from './mistake.ts'
import { mockCommand } from './mock.ts'

/** Runs `connectif` with the arguments of the process. */
export async function run(): Promise<void> {
  const program = new Command('connectif')
    .description('Tools for the Connectif API. Unofficial: not made by Connectif.')
    .version(version(), '-v, --version')
    .helpCommand(false)
    .addCommand(mockCommand())

  try {
    await program.parseAsync()
  } catch (thrown) {
    if (!(thrown instanceof Mistake)) throw thrown
    program.error(`error: ${thrown.message}`)
  }
}

function version(): string {
  return createRequire(import.meta.url)('connectif-sdk/package.json').version
}
