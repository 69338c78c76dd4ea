import type { components } from '../../sdk/generated/schema.ts'
import { problems } from '../problems.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

type ImportType = components['schemas']['ImportType']

/** What is known of a file before its records are read. */
export interface ImportFile {
  /** The names of its columns; undefined where they cannot be read. */
  readonly header: readonly string[] | undefined
  /** The names of its columns, had it the other delimiter. */
  readonly otherHeader: readonly string[] | undefined
  /** Why nothing of it can be read, and at which line. */
  readonly flaw: { readonly kind: keyof typeof flaws; readonly line: number } | undefined
}

const flaws = {
  empty: () => 'has no header: it is empty',
  zip: () => 'is a ZIP; it must be CSV that is not compressed',
  nul: (line: number) => `has a NUL at line ${line}; it must be text in UTF-8`,
  'not-utf-8': (line: number) => `is not UTF-8 at line ${line}`,
  'open-quote': (line: number) => `has a quote that is never closed, in the record at line ${line}`,
  'long-record': (line: number) => `has a record of more than 1000000 bytes, at line ${line}`,
}

const identifiers: Readonly<Record<ImportType, readonly string[]>> = {
  contacts: ['_externalId', '_email'],
  products: ['productId'],
  coupons: ['code'],
}

const importFile = {
  id: 'import-file',
  grade: 'assumed',
  source: sources.createImport,
  says: 'A file is UTF-8 CSV with a header, which has a column of identifiers.',
} as const

/** In multipart, a part without a file name is text. */
export const fileMustBeSent = rule(importFile, (file: unknown) => {
  if (!(file instanceof Uint8Array)) throw refused('must be a file: a part with a file name')
})

/** Undocumented. Refused before anything is queued, as no record of such a file could count. */
export const fileMustBeReadable = rule(
  importFile,
  (type: ImportType, delimiter: string, file: ImportFile): readonly string[] => {
    const { flaw, header, otherHeader } = file
    if (flaw) throw refused(flaws[flaw.kind](flaw.line))
    if (header && identifies(type, header)) return header
    if (otherHeader && identifies(type, otherHeader)) {
      throw refused(`has another delimiter than ${delimiter}`)
    }
    if (header === undefined) throw refused('has a header whose quotes are broken')
    throw refused(
      type === 'coupons'
        ? 'must have the one column code'
        : `has no column ${identifiers[type].join(' or ')}`,
    )
  },
)

/** Undocumented. Refused, because nobody could say which of the two counts. */
export const columnsMustDiffer = rule(importFile, (header: readonly string[]) => {
  const twice = header.find((name, at) => header.indexOf(name) !== at)
  if (twice !== undefined) throw refused(`has the column ${JSON.stringify(twice)} twice`)
})

function identifies(type: ImportType, header: readonly string[]) {
  if (type === 'coupons') return header.length === 1 && header[0] === 'code'
  return identifiers[type].some((name) => header.includes(name))
}

function refused(reason: string) {
  return problems.misfit([{ path: 'file', reason }], 'body')
}
