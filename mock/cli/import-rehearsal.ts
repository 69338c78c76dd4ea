import type { AccountContactField, ContactFields } from '../../sdk/index.ts'
import type { FileProblem, Rehearsal } from '../rehearse/result.ts'
import type { CsvFile } from './contact-rows.ts'
import type { ImportOptions } from './import.ts'
import { Mistake } from './mistake.ts'
import { ProgressLine } from './progress-line.ts'
import type { RefusedRow } from './refused-rows.ts'

/**
 * What would become of a file, told without any network.
 *
 * @param fields - the custom fields of the account; where they are not known, every column that
 *   could be one is taken for a field of text
 * @throws {Mistake} when the file cannot be read, or what it is rehearsed against
 */
export async function rehearsed(
  { path, delimiter }: CsvFile,
  { key, against }: ImportOptions,
  fields: readonly AccountContactField[] | undefined,
): Promise<Rehearsal> {
  const { rehearse } = await import('../rehearse/rehearse.ts')
  const line = new ProgressLine('rows rehearsed')
  const rehearsal = await rehearse(
    { path },
    {
      key,
      delimiter,
      contactFields: fields === undefined ? 'from-header' : byId(fields),
      onProgress: ({ part, done, total }) =>
        line.update({ done, total, note: part === 'start' ? `of ${against}` : '' }),
      ...(against !== undefined && { start: { path: against } }),
    },
  ).finally(() => line.clear())
  mustBeReadable(path, rehearsal.file)
  mustBeReadable(`${against}`, rehearsal.start.file)
  return rehearsal
}

/** What would be refused, as it is shown and written down. */
export function refusedIn({ refusals }: Rehearsal): RefusedRow[] {
  return refusals.map((refusal) => ({ ...refusal, rule: refusal.rule.id }))
}

function byId(fields: readonly AccountContactField[]): ContactFields {
  // Seam: the contract does not say which limits go with which type.
  return Object.fromEntries(fields.map((field) => [field.id, field])) as ContactFields
}

function mustBeReadable(path: string, problem: FileProblem | undefined) {
  if (!problem) return
  const { line, reason, hint } = problem
  const where = line === undefined ? path : `${path}, line ${line}`
  throw new Mistake(`${where}: ${reason}${hint ? `; ${hint}` : ''}`)
}
