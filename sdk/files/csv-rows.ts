import { parse } from '#csv-parse'
import { ConnectifError } from '../errors.ts'
import { csvText } from './csv-text.ts'

/** A row of a file, its values as text, by the names of the columns. */
export type CsvRow = Readonly<Record<string, string>>

/**
 * The rows of a CSV file, many at a time. Values are text as it stands there, formulas too.
 *
 * @param delimiter - what is between the values; found out from the header when left out
 */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  delimiter?: string,
): AsyncGenerator<CsvRow[]> {
  let header: string[] | undefined
  let count = 0
  for await (const text of csvText(bytes)) {
    delimiter ??= /[,;]/.exec(text)?.[0] ?? ','
    const records = recordsIn(text, delimiter)
    if (!header) header = headerOf(records.shift() ?? [])
    const rows: CsvRow[] = []
    for (const record of records) {
      count += 1
      if (!isBlank(record, header)) rows.push(rowOf(record, header, count))
    }
    yield rows
  }
}

function recordsIn(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
    })
  } catch (cause) {
    throw new ConnectifError('the downloaded file is not valid CSV', { cause })
  }
}

/** Names of the columns; two of the same name would leave values of one of them out. */
function headerOf(names: string[]): string[] {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice === undefined) return names
  throw new ConnectifError(`the downloaded file has two columns "${twice}"`)
}

/** Whether a record is an empty line, which is a value only where there is one column. */
function isBlank(record: string[], header: string[]): boolean {
  return record.length === 1 && record[0] === '' && header.length > 1
}

function rowOf(record: string[], header: string[], number: number): CsvRow {
  if (record.length !== header.length) {
    throw new ConnectifError(
      `row ${number} of the downloaded file has ${record.length} values for ${header.length} columns`,
    )
  }
  return Object.fromEntries(header.map((name, at) => [name, record[at] as string]))
}
