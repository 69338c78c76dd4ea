import fc from 'fast-check'
import type { Model, Outcome } from './model.ts'
import {
  deleteExport,
  type ExportAsk,
  type ModelExport,
  queueExport,
  readExport,
  segments,
} from './model-exports.ts'
import { end, unfinished } from './model-jobs.ts'
import { repeated, Step } from './steps.ts'

/** Dates that go together; in one of ten they do not. */
const ranges = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      { fromDate: '2026-01-01T00:00:00Z', toDate: '2026-02-01T00:00:00Z' },
      { fromDate: '2026-01-10T00:00:00+01:00', toDate: '2026-01-20T12:00:00Z' },
      { fromDate: '2026-03-01T00:00:00Z', toDate: '2026-04-01T00:00:00.000Z' },
    ),
    weight: 9,
  },
  fc.constantFrom(
    { fromDate: '2026-01-01T00:00:00Z', toDate: '2026-02-01T00:00:00.001Z' },
    { fromDate: '2026-01-02T00:00:00Z', toDate: '2026-01-01T00:00:00Z' },
  ),
)

/** One in eight is none. */
const segmentIds = fc.constantFrom(...segments.keys(), 'nobody').map((segmentId) => ({ segmentId }))

const activityTypes = fc
  .constantFrom(['purchase'], ['contact-merged', 'contact-purged'], ['contact-created'])
  .map((types) => ({ activityTypes: types }))

/** A filter in so many of a hundred exports. */
function some<Filter extends object>(filter: fc.Arbitrary<Filter>, percent: number) {
  const none: fc.Arbitrary<Partial<Filter>> = fc.constant({})
  return fc.oneof(
    { arbitrary: filter, weight: percent },
    { arbitrary: none, weight: 100 - percent },
  )
}

function asksFor(exportType: ExportAsk['exportType'], percents: readonly number[]) {
  const [ofSegment = 0, ofRange = 0, ofTypes = 0] = percents
  return fc
    .record({
      delimiter: fc.constantFrom<(',' | ';')[]>(',', ';'),
      dateFormat: fc.constantFrom<('ISO' | 'L')[]>('ISO', 'L'),
      version: fc.constantFrom<('v1' | 'v4' | 'v5' | undefined)[]>('v1', 'v4', 'v5', undefined),
      segment: some(segmentIds, ofSegment),
      range: some(ranges, ofRange),
      types: some(activityTypes, ofTypes),
    })
    .map(({ version, segment, range, types, ...manner }): ExportAsk => {
      const filters = { ...segment, ...range, ...types }
      return {
        exportType,
        ...manner,
        ...(Object.keys(filters).length > 0 && { filters }),
        ...(version && { version }),
      }
    })
}

const numbers = fc.integer({ min: 1, max: 4 })

/** Exports are queued, looked at, and deleted; the vendor may fail. */
export const exportSteps: readonly fc.Arbitrary<Step>[] = [
  asks(asksFor('contacts', [50, 25, 5])),
  asks(asksFor('activities', [30, 95, 50])),
  ofOne('GET', readExport),
  ofOne('DELETE', deleteExport),
  numbers.map(failing),
]

/** One in ten is asked for several times. */
function asks(of: fc.Arbitrary<ExportAsk>): fc.Arbitrary<Step> {
  return fc.tuple(of, fc.nat({ max: 9 })).map(([asked, again]) =>
    repeated(
      again === 0 ? 4 : 1,
      `POST /exports/ ${JSON.stringify(asked)}`,
      (model) => queueExport(model, asked),
      (twin) => twin.call('POST /exports/', asked),
    ),
  )
}

/** As if the vendor had failed. */
function failing(number: number): Step {
  const name = `export ${number}`
  const fail = (model: Model) => {
    const job = unfinished(model.exports).find((one) => one.name === name)
    if (job === undefined) return { status: 404 }
    end(model, model.exports, job, 'error')
    return { status: 200 }
  }
  return new Step(`jobs.fail({id of ${name}})`, fail, (twin) => twin.fail(twin.idOf(name)))
}

function ofOne(method: string, expected: (model: Model, job: ModelExport | undefined) => Outcome) {
  return numbers.map((number) => {
    const name = `export ${number}`
    return new Step(
      `${method} /exports/{id of ${name}}`,
      (model) =>
        expected(
          model,
          model.exports.jobs.find((one) => one.name === name),
        ),
      (twin) => twin.call(`${method} /exports/${twin.idOf(name)}`),
    )
  })
}
