import { Command } from 'commander'

/** A subcommand that is loaded once it is used: the twin alone takes longer than a call. */
interface Subcommand {
  readonly name: string
  /** What it does, in the list of all. */
  readonly summary: string
  load(): Promise<Command>
}

const subcommands: readonly Subcommand[] = [
  {
    name: 'mock',
    summary: 'serve a twin of the API, to build and test against',
    load: async () => (await import('./mock.ts')).mockCommand(),
  },
  {
    name: 'import',
    summary: 'load contacts from a CSV file, rehearsed first',
    load: async () => (await import('./import.ts')).importCommand(),
  },
  {
    name: 'export',
    summary: 'write contacts, activities or a report to a file',
    load: async () => (await import('./export.ts')).exportCommand(),
  },
  {
    name: 'contacts',
    summary: 'read, write or delete a contact',
    load: async () => (await import('./contacts.ts')).contactsCommand(),
  },
  {
    name: 'purchases',
    summary: 'read or delete a purchase',
    load: async () => (await import('./purchases.ts')).purchasesCommand(),
  },
]

/** Whether it is a subcommand, of those that are listed here. */
export function isSubcommand(used: string | undefined): boolean {
  return subcommands.some(({ name }) => name === used)
}

/** The subcommands: the one that is used, or all, as they are, the others by name only. */
export function commandsFor(used: string | undefined): Promise<Command[]> {
  const isForCompletion = used === 'completion' || used === 'complete'
  return Promise.all(
    subcommands.map(async ({ name, summary, load }) => {
      const isLoaded = isForCompletion || name === used
      return (isLoaded ? await load() : new Command(name)).summary(summary)
    }),
  )
}
