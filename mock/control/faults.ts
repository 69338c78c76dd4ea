import { answer } from '../call.ts'
import type { Fault, FaultOptions } from '../faults.ts'
import { type ControlOperations, smallBody } from './operation.ts'
import { Refusal, refusable } from './refusal.ts'
import { membersOf } from './values.ts'

/** What goes wrong on purpose. */
export const faults: ControlOperations = {
  'GET /__twin/faults': {
    run: ({ mock }) => answer(200, { faults: mock.faults.list().map(faultBody) }),
  },

  'POST /__twin/faults': {
    bodyLimit: smallBody,
    run: ({ mock, body }) => {
      const options = optionsFrom(body)
      return answer(201, faultBody(refusable(() => mock.faults.add(options))))
    },
  },

  'DELETE /__twin/faults/{id}': {
    run: ({ mock, params }) => {
      const fault = mock.faults.list().find(({ id }) => String(id) === params.id)
      if (fault === undefined) throw new Refusal(404, 'there is no fault with this id')
      mock.faults.remove(fault.id)
      return answer(204)
    },
  },

  'DELETE /__twin/faults': {
    run: ({ mock }) => {
      mock.faults.clear()
      return answer(204)
    },
  },
}

/** A fault as the control API shows it: JSON has no Infinity. */
export function faultBody({ id, hits, options }: Fault): object {
  const forAll = options.times === Number.POSITIVE_INFINITY
  return { id, hits, options: forAll ? { ...options, times: 'all' } : options }
}

function optionsFrom(body: unknown): FaultOptions {
  const given = membersOf(body)
  // Seam: the twin holds every member against the type.
  return { ...given, ...(given.times === 'all' && { times: Infinity }) } as unknown as FaultOptions
}
