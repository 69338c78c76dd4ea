import fc from 'fast-check'
import type { Part } from '../support/multipart.ts'
import { type CsvFile, csvFiles } from './csv-files.ts'
import type { Model, Outcome } from './model.ts'
import { writing } from './model-exports.ts'
import {
  cancelImport,
  type ImportOptions,
  type ModelImport,
  queueImport,
  readImport,
  reading,
} from './model-imports.ts'
import { end, finishAll, unfinished } from './model-jobs.ts'
import { repeated, Step } from './steps.ts'
import { refusedImportSteps } from './steps-refused-imports.ts'

/** What is to become of contacts that exist; the last one goes together with nothing. */
const ways = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      { overrideExisting: true, updateOnlyEmptyFields: false },
      { overrideExisting: true, updateOnlyEmptyFields: true },
      { overrideExisting: false, updateOnlyEmptyFields: false },
    ),
    weight: 19,
  },
  fc.constant({ overrideExisting: false, updateOnlyEmptyFields: true }),
)

/** One in twenty is sent with the other delimiter, and one in ten several times. */
const uploads = fc
  .record({ file: csvFiles, way: ways, odds: fc.nat({ max: 19 }), again: fc.nat({ max: 9 }) })
  .map(({ file, way, odds, again }) => {
    const other = file.delimiter === ',' ? ';' : ','
    const options = { delimiter: odds === 0 ? other : file.delimiter, ...way }
    return uploadOf(file, options, again === 0 ? 6 : 1)
  })

function uploadOf(file: CsvFile, options: ImportOptions, times: number): Step {
  const line = `POST /imports/ ${JSON.stringify(options)} ${JSON.stringify(file.text)}`
  return repeated(
    times,
    line,
    (model) => queueImport(model, options, file),
    (twin) => twin.upload('POST /imports/', partsOf(file, options)),
  )
}

function partsOf({ text }: CsvFile, options: ImportOptions): Part[] {
  const fields = Object.entries({ type: 'contacts', ...options })
  return [
    ...fields.map(([name, value]) => ({ name, value: String(value) })),
    { name: 'file', value: text, fileName: 'contacts.csv', type: 'text/csv' },
  ]
}

const numbers = fc.integer({ min: 1, max: 5 })

/** Imports are queued, looked at, cancelled, and finished; the vendor may fail. */
export const importSteps: readonly fc.Arbitrary<Step>[] = [
  uploads,
  uploads,
  uploads,
  refusedImportSteps,
  ofOne('GET', readImport),
  ofOne('DELETE', cancelImport),
  numbers.map(failing),
  fc.constant(new Step('jobs.finish()', finish, (twin) => twin.finish())),
]

function finish(model: Model): Outcome {
  finishAll(model, model.imports, reading)
  finishAll(model, model.exports, writing)
  return { status: 200 }
}

/** As if the vendor had failed: what was written stays. */
function failing(number: number): Step {
  const name = `import ${number}`
  const fail = (model: Model) => {
    const job = unfinished(model.imports).find((one) => one.name === name)
    if (job === undefined) return { status: 404 }
    end(model, model.imports, job, 'error')
    return { status: 200 }
  }
  return new Step(`jobs.fail({id of ${name}})`, fail, (twin) => twin.fail(twin.idOf(name)))
}

function ofOne(method: string, expected: (model: Model, job: ModelImport | undefined) => Outcome) {
  return numbers.map((number) => {
    const name = `import ${number}`
    return new Step(
      `${method} /imports/{id of ${name}}`,
      (model) =>
        expected(
          model,
          model.imports.jobs.find((one) => one.name === name),
        ),
      (twin) => twin.call(`${method} /imports/${twin.idOf(name)}`),
    )
  })
}
