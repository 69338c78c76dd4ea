import type { JournalEntry } from '../journal.ts'
import type { Mistake } from './mistake.ts'
import { grouped } from './reading.ts'

/** Paths that end in a value of the client's own, which has to be encoded. */
const addressed =
  /^\/(?:contacts\/(?:email|external-id)|(?:purchases|products)\/(?:purchase|product)-id)\/(.+)$/

/**
 * Addresses that name something else than was meant. A raw `@` or `+` is legal in a path, and so is
 * what `encodeURIComponent` lets stand. What does harm is `/`, `?` or `%` that goes raw, and what
 * is encoded twice, which names a contact that really reads `%40`. A raw space or letter beyond
 * ASCII reaches no server: libraries encode it, or the request is broken.
 */
export const addressNotEncoded: Mistake<'address-encoding'> = {
  id: 'address-encoding',
  advice:
    'Encode each address once, as a whole, with encodeURIComponent (PHP: rawurlencode, Python: quote with safe=""), and pass it to nothing that encodes again.',
  find: (calls) =>
    grouped(calls, (call) => (flawOf(call) ? call.path : undefined)).map((group) => {
      const [call] = group as [JournalEntry]
      return { sentence: `The address in ${call.path} ${flawOf(call)}.`, calls: group }
    }),
}

function flawOf(call: JournalEntry): string | undefined {
  const [path = '', query] = call.path.split(/\?(.*)/s, 2)
  if (call.rule === 'path-encoding') return 'has a percent sign that is not encoded, as %25'
  const value = addressed.exec(path)?.[1]
  if (value === undefined) return undefined
  if (call.operation === undefined && value.replace(/\/$/, '').includes('/')) {
    return 'has a slash that is not encoded, as %2F'
  }
  if (query !== undefined && query !== '***' && /^[^=]+$/.test(query)) {
    return 'has a question mark that is not encoded, as %3F'
  }
  return isEncodedTwice(value) ? 'is encoded twice' : undefined
}

/** An identifier that really reads as if it were encoded, such as `100%25`, is taken for one. */
function isEncodedTwice(value: string): boolean {
  if (!/%25[\da-f]{2}/i.test(value)) return false
  try {
    const once = decodeURIComponent(value)
    const never = decodeURIComponent(once)
    const spellings = [encodeURIComponent(never), encodeURI(never), strictlyEncoded(never)]
    // Emails mostly have one character that needs it, and none has a percent sign before 40.
    return spellings.some((spelling) => same(spelling, once)) || /^[^%@]+%40[^%@]+$/.test(once)
  } catch {
    return false
  }
}

function same(one: string, other: string) {
  return one.toLowerCase() === other.toLowerCase()
}

/** As RFC 3986 has it, and other languages do it. */
function strictlyEncoded(text: string) {
  const hex = (char: string) => `%${char.charCodeAt(0).toString(16)}`
  return encodeURIComponent(text).replace(/[!'()*]/g, hex)
}
