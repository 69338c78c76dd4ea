import { answer } from '../call.ts'
import type { Mock } from '../mock.ts'
import { type ControlOperations, type Input, smallBody } from './operation.ts'
import { Refusal, refusable } from './refusal.ts'
import { membersOf, textIn } from './values.ts'

const isoMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/

/** The time of the twin. Each operation answers with the clock as it is then. */
export const clock: ControlOperations = {
  'GET /__twin/clock': { run: ({ mock }) => answer(200, clockBody(mock)) },

  'POST /__twin/clock/advance': {
    bodyLimit: smallBody,
    run: moved((mock, body) => {
      const duration = membersOf(body)
      if (Object.keys(duration).length === 0) {
        throw new Refusal(422, 'say by how much, such as {"days": 91}')
      }
      mock.clock.advance(duration)
    }),
  },

  'POST /__twin/clock/set': {
    bodyLimit: smallBody,
    run: moved((mock, body) => mock.clock.set(momentOf(textIn(membersOf(body, ['now']), 'now')))),
  },

  'POST /__twin/clock/freeze': { run: moved((mock) => mock.clock.freeze()) },

  'POST /__twin/clock/run': { run: moved((mock) => mock.clock.run()) },
}

/** The clock as the control API shows it. */
export function clockBody(mock: Mock): object {
  return { now: mock.clock.now().toISOString(), frozen: mock.clock.isFrozen }
}

function moved(move: (mock: Mock, body: unknown) => void) {
  return ({ mock, body }: Input) => {
    refusable(() => move(mock, body))
    return answer(200, clockBody(mock))
  }
}

/** Without an offset a time would mean what the machine of the server takes for local. */
function momentOf(text: string) {
  const moment = isoMoment.test(text) ? new Date(text) : undefined
  if (moment === undefined || Number.isNaN(moment.getTime())) {
    throw new Refusal(422, 'now must be a moment with its offset, such as 2026-01-31T09:30:00Z')
  }
  return moment
}
