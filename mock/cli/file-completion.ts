import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type tab from '@bomb.sh/tab/commander'
import type { Command } from 'commander'

type Completed = ReturnType<typeof tab>

/** Offers files where a command takes one: tab tells shells never to do that by themselves. */
export function completeFiles(program: Command, completed: Completed, typed: string): void {
  const offer = (complete: (value: string, description: string) => void) => {
    for (const name of filesFor(typed)) complete(name, '')
  }
  for (const [path, command] of commandsIn(program)) {
    const own = completed.commands.get(path)
    for (const { name, isFile } of optionsOf(command)) {
      const option = own?.options.get(name)
      if (option && isFile) option.handler = offer
    }
    const argument = own?.arguments.get('file')
    if (argument) argument.handler = offer
  }
}

function optionsOf({ options }: Command) {
  return options.map(({ long, flags }) => ({
    name: `${long}`.slice(2),
    isFile: flags.endsWith('<file>'),
  }))
}

function commandsIn(command: Command, path = ''): [string, Command][] {
  return command.commands.flatMap((one) => {
    const name = path === '' ? one.name() : `${path} ${one.name()}`
    return [[name, one] as [string, Command], ...commandsIn(one, name)]
  })
}

/** What is in the folder of a path that is being typed; folders end with a slash. */
function filesFor(typed: string): string[] {
  const folder = typed.endsWith('/') ? typed : dirname(typed)
  const isHere = folder === '.' && !typed.startsWith('./')
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const name = isHere ? entry.name : join(folder, entry.name)
      const shown = typed.startsWith('./') ? `./${name}` : name
      return entry.isDirectory() ? `${shown}/` : shown
    })
  } catch {
    return []
  }
}
