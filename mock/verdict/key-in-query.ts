import type { JournalEntry } from '../journal.ts'
import type { Mistake } from './mistake.ts'

/** Keys in addresses, from where they get into logs. The journal has kept none of them. */
export const keyInQuery: Mistake<'key-in-query'> = {
  id: 'key-in-query',
  advice:
    'Send the key in the header Authorization alone (apiKey id:secret). Queries stand in the logs of servers and proxies: replace a key that was there.',
  find: (calls) => {
    const found = calls.filter(hasKey)
    const count = found.length === 1 ? '1 call' : `${found.length} calls`
    const sentence = `What looks like a key stands in the query of ${count}.`
    return found.length === 0 ? [] : [{ sentence, calls: found }]
  },
}

function hasKey({ path }: JournalEntry): boolean {
  return /[?&]([^&=]*=)?\*\*\*(&|$)/.test(path)
}
