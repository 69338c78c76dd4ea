import { answer } from '../call.ts'
import type { Mock } from '../mock.ts'
import { type ControlOperations, type Input, smallBody } from './operation.ts'
import { Refusal, refusable } from './refusal.ts'
import { membersOf, textIn } from './values.ts'

const parts = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
} as const
const isoMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/
const end = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** The time of the twin. Each operation answers with the clock as it is then. */
export const clock: ControlOperations = {
  'GET /__twin/clock': { run: ({ mock }) => answer(200, clockBody(mock)) },

  'POST /__twin/clock/advance': {
    bodyLimit: smallBody,
    run: moved((mock, body) => {
      const duration = membersOf(body, Object.keys(parts))
      mustNotPassTheEnd(mock.clock.milliseconds() + lengthOf(duration))
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

function lengthOf(duration: Record<string, unknown>) {
  const lengths = Object.entries(duration).map(([part, count]) => {
    if (typeof count !== 'number') throw new Refusal(422, `${part} must be a number`)
    return count * parts[part as keyof typeof parts]
  })
  if (lengths.length === 0) throw new Refusal(422, 'say by how much, such as {"days": 91}')
  return lengths.reduce((sum, length) => sum + length)
}

/** Without an offset a time would mean what the machine of the server takes for local. */
function momentOf(text: string) {
  const moment = isoMoment.test(text) ? new Date(text) : undefined
  if (moment === undefined || Number.isNaN(moment.getTime())) {
    throw new Refusal(422, 'now must be a moment with its offset, such as 2026-01-31T09:30:00Z')
  }
  return moment
}

function mustNotPassTheEnd(moment: number) {
  if (moment > end) throw new Refusal(422, 'the clock goes no further than the year 9999')
}
