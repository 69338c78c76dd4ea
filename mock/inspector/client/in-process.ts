import { bytesOf, type Call } from '../../call.ts'
import { control } from '../../control/control.ts'
import type { Mock } from '../../mock.ts'
import type { Asked, Twin } from './twin.ts'

/** A twin in this very process. */
export function twinInProcess(mock: Mock): Twin {
  const answered = (asked: Asked) => control(mock, callOf(asked))
  return {
    origin: undefined,
    async ask(asked) {
      const { status, body } = answered(asked)
      return { status, text: body }
    },
    follow(follower) {
      follower.live(true)
      return mock.journal.subscribe((entry) => follower.call(entry))
    },
    async file(path) {
      const answer = answered({ method: 'GET', path })
      if (answer.status < 400) return new Blob([bytesOf(answer)])
      throw new Error(`The file is not to be had any more: ${answer.status}.`)
    },
  }
}

function callOf({ method, path, body }: Asked): Call {
  const [place = '', query = ''] = path.split('?', 2)
  const data = body?.data
  return {
    method,
    path: place,
    query,
    headers: body ? { 'content-type': body.type } : {},
    body: typeof data === 'string' ? data : undefined,
    bytes: typeof data === 'string' ? undefined : data,
    oversized: false,
  }
}
