import { Command, Option } from 'commander'
import { type ClientOptions, withClientOptions } from './client.ts'
import type { Key } from './contact-rows.ts'

/** How a file is imported. */
export interface ImportOptions extends ClientOptions {
  key: Key
  rehearse?: true
  against?: string
  strict?: true
  report?: string
  json?: true
  strategy: 'calls' | 'import' | 'auto'
  yes?: true
}

const examples = `
Examples:
  $ connectif import customers.csv --key external-id --rehearse
  $ connectif import customers.csv --key email --rehearse --against export.zip
  $ connectif import customers.csv --key external-id --report refused.csv

The first line of the file has the ids of fields: _externalId, _email, _name
and so on. Every import is rehearsed first, in memory: what would be created,
updated and refused, and which rows fight over one identifier. Without
--against, the rehearsal starts from an account without contacts.

Ctrl-C stops; the same command goes on from there. Exit codes: 0 all is well,
1 rows were refused, or an error (with --rehearse, refused rows only if
--strict), 130 stopped by Ctrl-C.
`

/** `connectif import`: rehearses a file of contacts, and sends it. */
export function importCommand(): Command {
  return withClientOptions(new Command('import'))
    .description('Load contacts from a CSV file. What would happen is shown first.')
    .argument('<file>', 'the CSV file, in UTF-8')
    .addOption(
      new Option('--key <identifier>', 'which identifier finds the contacts')
        .choices(['external-id', 'email'])
        .makeOptionMandatory(),
    )
    .option('--rehearse', 'send nothing; needs no key')
    .option('--against <file>', 'contacts to rehearse with: an export, .csv or .zip')
    .option('--strict', 'refused rows end it: exit code 1, and nothing is sent')
    .option('--report <file>', 'write the refused rows there, as CSV')
    .option('--json', 'print JSON lines on a terminal too')
    .addOption(
      new Option('--strategy <way>', 'one call a row, files to the Import API, or by their number')
        .choices(['calls', 'import', 'auto'])
        .default('auto'),
    )
    .option('-y, --yes', 'send although rows would be refused')
    .addHelpText('after', examples)
    .action(async (file: string, options: ImportOptions) => {
      const { importFile } = await import('./import-file.ts')
      await importFile(file, options)
    })
}
