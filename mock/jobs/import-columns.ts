import type { Violation } from '../problems.ts'
import { type CellForm, valuesMustBeReadable } from '../rules/import-values.ts'
import type { FieldValue } from '../state/rows.ts'

/** A column whose cells are written to a field. */
export interface Column {
  /** Its position, from 0. */
  readonly at: number
  /** The field. */
  readonly name: string
  readonly form: CellForm
}

/** The columns that a form is known for. */
export function columnsOf(
  header: readonly string[],
  formOf: (name: string) => CellForm | undefined,
): Column[] {
  return header.flatMap((name, at) => {
    const form = formOf(name)
    return form ? [{ at, name, form }] : []
  })
}

/** Adds the values of a record to others; empty cells are none. */
export function readInto(
  values: Record<string, FieldValue>,
  columns: readonly Column[],
  cells: readonly string[],
): void {
  let misread: Violation[] | undefined
  for (const { at, name, form } of columns) {
    const text = cells[at] as string
    if (text === '') continue
    const value = form.read(text)
    if (value !== undefined) values[name] = value
    else {
      misread ??= []
      misread.push({ path: name, reason: form.reason })
    }
  }
  if (misread) valuesMustBeReadable(misread)
}
