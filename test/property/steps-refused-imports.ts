import fc from 'fast-check'
import type { Part } from '../support/multipart.ts'
import { type Outcome, refused } from './model.ts'
import { Step } from './steps.ts'

const texts = {
  type: 'contacts',
  delimiter: ',',
  overrideExisting: 'true',
  updateOnlyEmptyFields: 'false',
}

const file: Part = {
  name: 'file',
  value: '_email\nada@example.com',
  fileName: 'contacts.csv',
  type: 'text/csv',
}

const latin1 = Uint8Array.from('_email,_name\neve@example.com,Ren\u00e9', (one) =>
  one.charCodeAt(0),
)

/** Files that no record can be read from. */
const files: readonly (readonly [what: string, value: Part['value']])[] = [
  ['with nothing in it', ''],
  ['of empty lines', '\ufeff\r\n\n'],
  ['with a quote that is never closed', '_email,_name\nada@example.com,"Ada'],
  ['that is a ZIP', 'PK\u0003\u0004_email\nada@example.com'],
  ['with a NUL', '_email\nada@example.com\0'],
  ['in Latin-1', latin1],
  ['with a long line', `_email,_name\nada@example.com,${'x'.repeat(1_000_000)}`],
]

function refusal(what: string, parts: readonly Part[], outcome: Outcome): Step {
  return new Step(
    `POST /imports/ ${what}`,
    () => outcome,
    (twin) => twin.upload('POST /imports/', parts),
  )
}

const parts: readonly Part[] = Object.entries(texts).map(([name, value]) => ({ name, value }))
const ofFile = refused(422, 'import-file', { field: 'file' })
const ofSet = refused(422, 'import-options', { field: 'couponSetId' })
const ofShape = (field: string) => refused(422, 'body-shape', { field })

/** Imports that are refused as a whole, whatever the account holds: nothing is queued. */
export const refusedImportSteps: fc.Arbitrary<Step> = fc.constantFrom(
  ...files.map(([what, value]) =>
    refusal(`with a file ${what}`, [...parts, { ...file, value }], ofFile),
  ),
  refusal(
    'with a text for a file',
    [...parts, { name: 'file', value: '_email\na@b.example' }],
    ofFile,
  ),
  refusal('without a file', parts, ofShape('file')),
  refusal('without a type', [...parts.slice(1), file], ofShape('type')),
  refusal('with two files', [...parts, file, file], ofFile),
  refusal(
    'with a stray field',
    [...parts, { name: 'dryRun', value: 'true' }, file],
    ofShape('dryRun'),
  ),
  refusal('with a coupon set', [...parts, { name: 'couponSetId', value: 'spring' }, file], ofSet),
)
