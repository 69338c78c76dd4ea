import { answer } from '../call.ts'
import { plant } from '../plant.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Seed } from '../state/seed.ts'
import { accountCopy, accountIdFrom } from './accounts.ts'
import { type ControlOperations, largeBody } from './operation.ts'
import { Refusal, refusable } from './refusal.ts'

/** All that the twin remembers: how it starts, and how it was. */
export const memory: ControlOperations = {
  'POST /__twin/reset': {
    run: ({ mock }) => {
      mock.reset()
      return answer(204)
    },
  },

  'POST /__twin/seed': {
    query: ['account'],
    bodyLimit: largeBody,
    run: ({ mock, query, body }) => {
      const id = accountIdFrom(mock, query)
      // A copy is seeded, so that a record which breaks a rule leaves nothing behind.
      const account = accountCopy(mock, id)
      refusable(() => plant(account, body as Seed))
      mock.adopt(id, account)
      return answer(204)
    },
  },

  'GET /__twin/snapshot': { run: ({ mock }) => answer(200, mock.snapshot()) },

  'PUT /__twin/snapshot': {
    bodyLimit: largeBody,
    run: ({ mock, body }) => {
      readable(() => mock.restore(body as Snapshot))
      return answer(204)
    },
  },

  'POST /__twin/diff': {
    bodyLimit: largeBody,
    run: ({ mock, body }) =>
      answer(
        200,
        readable(() => mock.diff(body as Snapshot)),
      ),
  },
}

/** A record that lacks what the twin trips over is a mistake of the snapshot, not of the twin. */
function readable<T>(work: () => T): T {
  try {
    return refusable(work)
  } catch (thrown) {
    if (!(thrown instanceof TypeError || thrown instanceof RangeError)) throw thrown
    throw new Refusal(422, `the snapshot is broken: ${thrown.message}`)
  }
}
