import { type Answer, answer } from '../call.ts'
import { problems } from '../problems.ts'
import { eventTypeMustBeValid } from '../rules/custom-events.ts'
import type { EventTypeRow } from '../state/rows.ts'
import type { Operations } from './operation.ts'

/** Types of custom events. */
export const customEventTypes: Operations<'/custom-event-types/'> = {
  'GET /custom-event-types/': ({ account }) =>
    answer(200, Array.from(account.eventTypes.values(), eventTypeBody)),
  'POST /custom-event-types/': ({ account, body }) => {
    eventTypeMustBeValid(account, body)

    const { alias, ...rest } = body
    const eventType = { category: 'receive' as const, ...rest }
    const row = account.eventTypes.put({ id: account.nextId(), alias, eventType })
    return answer(201, eventTypeBody(row))
  },
  'GET /custom-event-types/{id}': ({ account, params }) => read(account.eventTypes.get(params.id)),
  'DELETE /custom-event-types/{id}': ({ account, params }) => {
    const row = account.eventTypes.get(params.id)
    if (row) account.eventTypes.delete(row)

    return answer(204)
  },
}

function read(row: EventTypeRow | undefined): Answer {
  if (row === undefined) throw problems.eventTypeUnknown()

  return answer(200, eventTypeBody(row))
}

function eventTypeBody({ id, alias, eventType }: EventTypeRow) {
  return { id, alias, ...eventType }
}
