import type { CsvRecord } from '../files/csv-read.ts'
import { refusalOf } from '../gate.ts'
import { type Problem, unlessRefused, type Violation } from '../problems.ts'
import type { ReportLine } from '../state/job-rows.ts'
import { type Misfit, type Validator, violations } from '../violations.ts'

/** Why a record is not imported; empty when it is. */
export type Refusals = readonly Problem[]

/** Nothing is wrong. */
export const none: Refusals = []

/** What does not fit the contract, each by the rule behind it; under another name where given. */
export function misfitsOf(fits: Validator | undefined, value: object, column?: string): Refusals {
  if (fits === undefined || fits(value)) return none
  return (fits.errors ?? []).map((misfit) => {
    const [violation] = violations([misfit]) as [Violation]
    return refusalBy(misfit, column === undefined ? violation : { ...violation, path: column })
  })
}

function refusalBy(misfit: Misfit, violation: Violation): Problem {
  return unlessRefused<Problem>(
    () => refusalOf([misfit])([violation], 'body'),
    (problem) => problem,
  )
}

/** The lines of the report that a refusal makes, one for each value that is wrong. */
export function reportOf(
  refusal: Problem,
  header: readonly string[],
  { line, cells = [] }: CsvRecord,
): ReportLine[] {
  const { validationErrors, detail = '' } = refusal.body as Partial<{
    validationErrors: readonly Violation[]
    detail: string
  }>
  const wrong = validationErrors ?? [{ path: '', reason: detail }]
  return wrong.map(({ path, reason }) => {
    const column = header.includes(path) ? path : path.replace(/\[\d+\]$/, '')
    const value = cells[header.indexOf(column)] ?? ''
    return { line, column, value, rule: refusal.rule ?? '', reason }
  })
}
