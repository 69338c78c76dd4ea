import { Command, Option } from 'commander'
import type { ExportFormat } from '../../sdk/index.ts'
import { type ClientOptions, withClient, withClientOptions } from './client.ts'
import type { ExportAsked } from './export-file.ts'

interface FormatOptions extends ClientOptions {
  output?: string
  delimiter: NonNullable<ExportFormat['delimiter']>
}

interface ContactOptions extends FormatOptions {
  segment?: string
  from?: string
  to?: string
}

interface ActivityOptions extends FormatOptions {
  segment?: string
  from: string
  to: string
  type?: string[]
}

interface ReportOptions extends FormatOptions {
  report: string
  from: string
  to: string
}

const examples = {
  contacts: `
Examples:
  $ connectif export contacts --output contacts.csv
  $ connectif export contacts --segment has-external-id --output contacts.zip
  $ connectif export contacts | head
`,
  activities: `
Examples:
  $ connectif export activities --from 2026-05-01 --to 2026-05-31 -o may.csv
  $ connectif export activities --from 2026-05-01 --to 2026-05-07 \\
      --type purchase --output purchases.csv
`,
  report: `
Examples:
  $ connectif export data-explorer --report purchases-by-day \\
      --from 2026-01-01 --to 2026-01-31 --output january.csv
`,
}

/** `connectif export`: has an export made, waits for it and writes it to a file or to stdout. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Have contacts, activities or a report exported, and write them to a file.')
    .helpCommand(false)
    .addCommand(contactsCommand())
    .addCommand(activitiesCommand())
    .addCommand(reportCommand())
}

function contactsCommand() {
  return withFormat(new Command('contacts'))
    .description('Export all contacts, or some of them.')
    .option('--segment <id>', 'only those in this segment')
    .option('--from <date>', 'only those created from then on, such as 2026-01-31', momentFrom)
    .option('--to <date>', 'only those created up to then', momentTo)
    .addHelpText('after', examples.contacts)
    .action((options: ContactOptions) => {
      const { segment: segmentId, from: fromDate, to: toDate, delimiter } = options
      const filters = given({ segmentId, fromDate, toDate })
      return written(options, ({ exports }) =>
        exports.create({ exportType: 'contacts', delimiter, filters }),
      )
    })
}

function activitiesCommand() {
  return withFormat(new Command('activities'))
    .description('Export what contacts did, within 31 days.')
    .requiredOption('--from <date>', 'the first day or moment, such as 2026-01-31', momentFrom)
    .requiredOption('--to <date>', 'the last one, at most 31 days later', momentTo)
    .option('--segment <id>', 'only of contacts in this segment')
    .option('--type <type...>', 'only activities of these types, such as purchase')
    .addHelpText('after', examples.activities)
    .action((options: ActivityOptions) => {
      const { segment: segmentId, from: fromDate, to: toDate, delimiter } = options
      // Seam: the API knows the types of activities.
      const activityTypes = options.type as never
      const filters = { ...given({ segmentId, activityTypes }), fromDate, toDate }
      return written(options, ({ exports }) =>
        exports.create({ exportType: 'activities', delimiter, filters }),
      )
    })
}

function reportCommand() {
  return withFormat(new Command('data-explorer'))
    .description('Export a report of Data Explorer, over at most 31 days.')
    .requiredOption('--report <id>', 'the report')
    .requiredOption('--from <day>', 'its first day, such as 2026-01-01')
    .requiredOption('--to <day>', 'its last day')
    .addHelpText('after', examples.report)
    .action((options: ReportOptions) => {
      const { report: reportId, from: fromDate, to: toDate, delimiter } = options
      return written(options, ({ exports }) =>
        exports.createDataExplorer({ delimiter, filters: { reportId, fromDate, toDate } }),
      )
    })
}

function withFormat(command: Command) {
  return withClientOptions(command)
    .option('-o, --output <file>', 'where to: a .csv, or the .zip as it is; stdout if left out')
    .addOption(
      new Option('--delimiter <character>', 'what is between values')
        .choices([',', ';'])
        .default(','),
    )
}

async function written({ output, ...options }: FormatOptions, ask: ExportAsked): Promise<void> {
  const { writeExport } = await import('./export-file.ts')
  await withClient(options, (connectif) => writeExport(connectif, ask, output))
}

/** A day is from its first moment on; in UTC, as the API counts. */
function momentFrom(text: string) {
  return isDay(text) ? `${text}T00:00:00.000Z` : text
}

/** A day is up to its last moment. */
function momentTo(text: string) {
  return isDay(text) ? `${text}T23:59:59.999Z` : text
}

function isDay(text: string) {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}

/** Without what was left out. */
function given<T extends object>(options: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Name in keyof T]?: NonNullable<T[Name]> }
}
