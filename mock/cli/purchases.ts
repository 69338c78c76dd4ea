import { Command, Option } from 'commander'
import { type ClientOptions, withClient, withClientOptions } from './client.ts'
import { confirmed } from './confirmed.ts'
import { Mistake } from './mistake.ts'
import { printRecord, tell } from './print.ts'
import { visible } from './visible.ts'

interface Options extends ClientOptions {
  purchaseId?: string
  id?: string
}

type Id = { purchaseId: string; id?: never } | { id: string; purchaseId?: never }

const examples = {
  get: `
Examples:
  $ connectif purchases get --purchase-id T-1
  $ connectif purchases get --id 65a000000000000000000001 | jq .products
`,
  delete: `
Examples:
  $ connectif purchases delete --purchase-id T-1
  $ connectif purchases delete --purchase-id T-1 --yes
`,
}

/** `connectif purchases`: reads and deletes one purchase. */
export function purchasesCommand(): Command {
  return new Command('purchases')
    .description('Read or delete a purchase.')
    .helpCommand(false)
    .addCommand(getCommand())
    .addCommand(deleteCommand())
}

function getCommand() {
  return withClientOptions(withId(new Command('get')))
    .description('Print a purchase: a table on a terminal, JSON in a pipe.')
    .addHelpText('after', examples.get)
    .action((options: Options) => {
      const { purchaseId, id } = idIn(options)
      return withClient(options, async ({ purchases }) =>
        printRecord(
          await (id === undefined ? purchases.getByPurchaseId(purchaseId) : purchases.get(id)),
        ),
      )
    })
}

function deleteCommand() {
  return withClientOptions(withId(new Command('delete')))
    .description('Delete a purchase. Its contact and its products stay.')
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', examples.delete)
    .action(async (options: Options & { yes?: true }) => {
      const { purchaseId, id } = idIn(options)
      const what = visible(`the purchase ${purchaseId ?? id}`)
      const question = {
        message: `Delete ${what} for good? Its contact and products stay.`,
        otherwise: 'Nothing was deleted.',
        unasked: 'deleting asks first, and there is no terminal to ask at: say --yes',
      }
      await withClient(options, async ({ purchases }) => {
        if (!options.yes && !(await confirmed(question))) return
        await (id === undefined ? purchases.deleteByPurchaseId(purchaseId) : purchases.delete(id))
        tell(`Deleted ${what}.`)
      })
    })
}

function withId(command: Command) {
  return command
    .addOption(new Option('--purchase-id <id>', 'the id that the store gave it').conflicts('id'))
    .option('--id <id>', 'the id that Connectif gave it')
}

function idIn({ purchaseId, id }: Options): Id {
  if (purchaseId !== undefined) return { purchaseId }
  if (id !== undefined) return { id }
  throw new Mistake('name the purchase: --purchase-id <id> or --id <id>')
}
