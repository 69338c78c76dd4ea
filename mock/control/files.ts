import { answer } from '../call.ts'
import { download } from '../downloads.ts'
import { importRecord } from '../job-records.ts'
import { jobsOf } from '../jobs/jobs.ts'
import { exportBody } from '../operations/exports.ts'
import type { FileKind } from '../operations/operation.ts'
import { segmentsOf } from '../segments.ts'
import { type ControlOperations, type Input, smallBody } from './operation.ts'
import { accountOf, page, paging } from './records.ts'
import { Refusal, refusable } from './refusal.ts'

/** Imports, exports and the segments that exports can be asked for by. */
export const files: ControlOperations = {
  'GET /__twin/accounts/{id}/imports': {
    query: paging,
    run: (input) =>
      page(input, accountOf(input).imports.values(), (row) => {
        const file = `imports/${row.id}/errors`
        return { ...importRecord(row), ...(row.report.length > 0 && linkTo(input, file)) }
      }),
  },

  'GET /__twin/accounts/{id}/imports/{job}/errors': { run: (input) => file(input, 'import') },

  'GET /__twin/accounts/{id}/exports': {
    query: paging,
    run: (input) =>
      page(input, accountOf(input).exports.values(), (row) => {
        const file = `exports/${row.id}/file`
        return { ...exportBody(row), ...(row.status === 'finished' && linkTo(input, file)) }
      }),
  },

  'GET /__twin/accounts/{id}/exports/{job}/file': { run: (input) => file(input, 'export') },

  'POST /__twin/accounts/{id}/jobs/finish': {
    run: (input) => {
      jobsIn(input).finish()
      return answer(204)
    },
  },

  'POST /__twin/accounts/{id}/jobs/{job}/fail': {
    run: (input) => {
      // Of what there is not, no address is right.
      refusable(() => jobsIn(input).fail(input.params.job as string), 404)
      return answer(204)
    },
  },

  'GET /__twin/accounts/{id}/segments': {
    run: (input) => answer(200, { segments: segmentsIn(input).all() }),
  },

  'PUT /__twin/accounts/{id}/segments/{segment}': {
    bodyLimit: smallBody,
    run: (input) => {
      const segments = segmentsIn(input)
      refusable(() => segments.define(input.params.segment as string, input.body as object))
      return answer(204)
    },
  },

  'DELETE /__twin/accounts/{id}/segments/{segment}': {
    run: (input) => {
      refusable(() => segmentsIn(input).remove(input.params.segment as string), 404)
      return answer(204)
    },
  },
}

/** Where a file can be had, as a path; unlike a link of the API it does not die. */
function linkTo({ params }: Input, file: string) {
  return { download: `/__twin/accounts/${encodeURIComponent(params.id as string)}/${file}` }
}

function file(input: Input, kind: FileKind) {
  const found = download(accountOf(input), kind, input.params.job as string)
  if (found === undefined) throw new Refusal(404, 'there is no such file, or not yet')
  return found
}

function jobsIn(input: Input) {
  const account = accountOf(input)
  return jobsOf(() => account)
}

function segmentsIn(input: Input) {
  const account = accountOf(input)
  return segmentsOf(() => account)
}
