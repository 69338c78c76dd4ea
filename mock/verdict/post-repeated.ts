import type { JournalEntry } from '../journal.ts'
import type { Mistake, Shown } from './mistake.ts'
import { purchasesSentAgain } from './purchase-posts.ts'
import { isAmbiguous, isDone, isLost } from './reading.ts'

/** A POST that is repeated though its answer leaves open whether the first was carried out. */
export const postRepeated: Mistake<'post-repeated'> = {
  id: 'post-repeated',
  advice:
    'After a lost reply, a 408 or a 5xx, look whether the POST was carried out before it is sent again; it would create a second record.',
  find: (calls) => [...purchases(calls), ...others(calls)],
}

function purchases(calls: readonly JournalEntry[]): Shown[] {
  return purchasesSentAgain(calls)
    .filter(({ first }) => isAmbiguous(first))
    .map(({ purchaseId, first, again }) => ({
      sentence: `The purchase ${purchaseId} was sent again ${after(first)}, without a look-up between.`,
      calls: [first, again],
    }))
}

/** What has no id of the client's own is the same where its body is. */
function others(calls: readonly JournalEntry[]): Shown[] {
  const shown: Shown[] = []
  const open = new Map<string, JournalEntry>()
  for (const call of calls) {
    const family = familyOf(call)
    if (call.method === 'GET' && family && isDone(call) && !isLost(call)) {
      for (const [name, { account }] of open) {
        if (account === call.account && name.startsWith(family)) open.delete(name)
      }
    }
    if (call.method !== 'POST' || !family || family === '/purchases/') continue
    const name = [family, call.account, call.path, sent(call)].join('\n')
    const first = open.get(name)
    const sentence = `${call.operation} was repeated ${first && after(first)}, without a look between.`
    if (first) shown.push({ sentence, calls: [first, call] })
    if (isAmbiguous(call)) open.set(name, call)
    else open.delete(name)
  }
  return shown
}

function after(first: JournalEntry) {
  return isLost(first) ? 'after its reply was lost' : `after a ${first.status}`
}

function familyOf({ operation }: JournalEntry) {
  return operation?.match(/ (\/[\w-]+\/)/)?.[1]
}

/** The body; in multipart without its boundary, which is another one each time. */
function sent({ requestBody = '', contentType }: JournalEntry) {
  const [, boundary = ''] = /boundary="?([^";]+)/i.exec(contentType ?? '') ?? []
  return boundary === '' ? requestBody : requestBody.replaceAll(boundary, '')
}
