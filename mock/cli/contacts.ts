import { Command } from 'commander'
import { type ClientOptions, withClient, withClientOptions } from './client.ts'
import { confirmed } from './confirmed.ts'
import { type AddressOptions, addressIn, named, withAddress } from './contact-address.ts'
import type { PatchOptions } from './contact-patch.ts'
import { printRecord, tell } from './print.ts'
import { visible } from './visible.ts'

type Options = AddressOptions & ClientOptions

const examples = {
  get: `
Examples:
  $ connectif contacts get --email ada@example.com
  $ connectif contacts get --external-id POS-000123 | jq ._points
`,
  upsert: `
Examples:
  $ connectif contacts upsert --external-id K-1 --set _name=Ada --set _points=7
  $ connectif contacts upsert --email ada@example.com --set 'tags=["vip"]'
  $ connectif contacts upsert --email ada@example.com --json - < ada.json

_points is a number, and the other fields of every contact are text. Custom
fields are read as JSON (7, true, ["a"]), and as text where they are none: for
a text of digits write --set 'code="0042"'.
`,
  delete: `
Examples:
  $ connectif contacts delete --external-id POS-000123
  $ connectif contacts delete --email ada@example.com --yes
`,
}

/** `connectif contacts`: reads, writes and deletes one contact. */
export function contactsCommand(): Command {
  return new Command('contacts')
    .description('Read, write or delete a contact, by email or External ID.')
    .helpCommand(false)
    .addCommand(getCommand())
    .addCommand(upsertCommand())
    .addCommand(deleteCommand())
}

function getCommand() {
  return withClientOptions(withAddress(new Command('get')))
    .description('Print a contact: a table on a terminal, JSON in a pipe.')
    .addHelpText('after', examples.get)
    .action((options: Options) => {
      const address = addressIn(options)
      return withClient(options, async ({ contacts }) => printRecord(await contacts.get(address)))
    })
}

function upsertCommand() {
  return withClientOptions(withAddress(new Command('upsert')))
    .description('Update a contact, or create it. Fields that are not named keep their value.')
    .option('--set <field=value>', 'a field to write; may be given many times', collected)
    .option('--json <object>', 'fields to write as a JSON object; - reads it from stdin')
    .addHelpText('after', examples.upsert)
    .action(async (options: Options & PatchOptions) => {
      const address = addressIn(options)
      const { patchIn } = await import('./contact-patch.ts')
      const patch = await patchIn(options)
      return withClient(options, async ({ contacts }) =>
        printRecord(await contacts.upsert(address, patch)),
      )
    })
}

function deleteCommand() {
  return withClientOptions(withAddress(new Command('delete')))
    .description('Delete a contact for good, with its activity. Its purchases stay.')
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', examples.delete)
    .action(async (options: Options & { yes?: true }) => {
      const address = addressIn(options)
      const who = visible(named(address))
      const question = {
        message: `Delete ${who} for good? Its purchases stay.`,
        otherwise: 'Nothing was deleted.',
        unasked: 'deleting asks first, and there is no terminal to ask at: say --yes',
      }
      await withClient(options, async ({ contacts }) => {
        if (!options.yes && !(await confirmed(question))) return
        await contacts.delete(address)
        tell(`Deleted ${who}.`)
      })
    })
}

function collected(value: string, earlier: readonly string[] = []) {
  return [...earlier, value]
}
