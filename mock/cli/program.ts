import { createRequire } from 'node:module'
import { Command } from 'commander'
import { commandsFor, isSubcommand } from './commands.ts'
import { Mistake } from './mistake.ts'

const examples = `
Examples:
  $ connectif mock --demo
  $ connectif import customers.csv --key external-id --rehearse
  $ connectif contacts get --email ada@example.com

The API key is read from CONNECTIF_API_KEY, or from the file that --env-file
names. "connectif <command> --help" tells more.
`

const completionExamples = `
Examples:
  $ source <(connectif completion bash)   in this shell; in ~/.bashrc for all
  $ source <(connectif completion zsh)    the same, in ~/.zshrc
  $ connectif completion fish > ~/.config/fish/completions/connectif.fish
  $ connectif completion powershell >> $PROFILE

For bash, the package bash-completion is needed.
`

/** Runs `connectif` with the arguments of the process. */
export async function run(): Promise<void> {
  process.stdout.on('error', endWithReader)
  const program = new Command('connectif')
    .description('Tools for the Connectif API. Unofficial: not made by Connectif.')
    .version(version(), '-v, --version')
    .helpCommand(false)
    .addHelpText('after', examples)
  for (const command of await commandsFor(process.argv[2])) program.addCommand(command)
  if (!isSubcommand(process.argv[2])) await addCompletion(program)

  try {
    await program.parseAsync()
  } catch (thrown) {
    if (!(thrown instanceof Mistake)) throw thrown
    program.error(`error: ${thrown.message}`)
  }
}

/** `connectif completion <shell>`, and what its scripts call. */
async function addCompletion(program: Command) {
  const { default: tab } = await import('@bomb.sh/tab/commander')
  const completed = tab(program, { completionCommandName: 'completion' })
  if (process.argv[2] === 'complete') {
    const { completeFiles } = await import('./file-completion.ts')
    completeFiles(program, completed, process.argv.at(-1) ?? '')
  }
  program.commands
    .find((command) => command.name() === 'completion')
    ?.summary('print a script that completes what you type')
    .description('Print a script that completes commands and options in your shell.')
    .addHelpText('after', completionExamples)
}

/** Whoever reads the output, such as `head`, has had enough. */
function endWithReader({ code }: NodeJS.ErrnoException) {
  process.exit(code === 'EPIPE' ? 0 : 1)
}

function version(): string {
  return createRequire(import.meta.url)('connectif-sdk/package.json').version
}
