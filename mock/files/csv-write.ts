import { stringify } from '#csv-stringify'

/**
 * Records as CSV, each ended by a line feed. Values are quoted where they have to be, also for a
 * carriage return alone; else they stay what they are, formulas too.
 */
export function csvText(records: readonly (readonly string[])[], delimiter: ',' | ';'): string {
  return stringify(records as string[][], { delimiter, quote_record_delimiter: true })
}
