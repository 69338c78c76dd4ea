import { answer } from '../call.ts'
import { importRecord } from '../job-records.ts'
import { jobsOf } from '../jobs/jobs.ts'
import { exportBody } from '../operations/exports.ts'
import { segmentsOf } from '../segments.ts'
import { type ControlOperations, type Input, smallBody } from './operation.ts'
import { accountOf, page, paging } from './records.ts'
import { Refusal, refusable } from './refusal.ts'

/** Imports, exports and the segments that exports can be asked for by. */
export const files: ControlOperations = {
  'GET /__twin/accounts/{id}/imports': {
    query: paging,
    run: (input) => page(input, accountOf(input).imports.values(), importRecord),
  },

  'GET /__twin/accounts/{id}/exports': {
    query: paging,
    run: (input) => page(input, accountOf(input).exports.values(), (row) => exportBody(row)),
  },

  'POST /__twin/accounts/{id}/jobs/finish': {
    run: (input) => {
      jobsIn(input).finish()
      return answer(204)
    },
  },

  'POST /__twin/accounts/{id}/jobs/{job}/fail': {
    run: (input) => {
      found(() => jobsIn(input).fail(input.params.job as string))
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
      found(() => segmentsIn(input).remove(input.params.segment as string))
      return answer(204)
    },
  },
}

function jobsIn(input: Input) {
  const account = accountOf(input)
  return jobsOf(() => account)
}

function segmentsIn(input: Input) {
  const account = accountOf(input)
  return segmentsOf(() => account)
}

/** Of what there is not, no address is right. */
function found(work: () => void) {
  try {
    refusable(work)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    throw new Refusal(404, thrown.message)
  }
}
