import { answer } from '../call.ts'
import type { ControlOperations } from './operation.ts'

/** How the client behaved. */
export const verdict: ControlOperations = {
  'GET /__twin/verdict': { run: ({ mock }) => answer(200, mock.verdict()) },
}
