import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'

/** A record with its place: the line on which it begins (the header is line 1), or its number. */
export interface Placed<Value> {
  place: number
  value: Value
}

/**
 * The records of a CSV file as they stand there, nothing trimmed, read as they are asked for.
 *
 * @throws {Error} when a column is missing, or the file is not CSV
 */
export async function* csvRecords<Column extends string>(
  file: URL,
  columns: readonly Column[],
): AsyncGenerator<Placed<Record<Column, string>>> {
  const header = (found: string[]) => {
    const missing = columns.filter((column) => !found.includes(column))
    if (missing.length > 0) throw new Error(`${file.pathname} has no column ${missing.join(', ')}`)
    return found
  }
  const parser = parse({ bom: true, columns: header, info: true })

  let line = 2
  for await (const { record, info } of pipeline(createReadStream(file), parser, () => {})) {
    yield { place: line, value: record }
    line = info.lines + 1
  }
}
