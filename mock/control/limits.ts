import { answer } from '../call.ts'
import type { ControlOperations } from './operation.ts'

/** How many calls keys have. */
export const limits: ControlOperations = {
  'GET /__twin/limits': {
    run: ({ mock }) => {
      const now = mock.clock.milliseconds()
      const limits = mock.keys().map(([key, { id, quota }]) => {
        const { limit = null, remaining = null, reset = null } = quota?.state(now) ?? {}
        return { key, account: id, on: quota !== undefined, limit, remaining, reset }
      })
      return answer(200, { limits })
    },
  },
}
