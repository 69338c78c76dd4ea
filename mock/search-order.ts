import { nameOf } from './search-texts.ts'
import type { ContactRow } from './state/rows.ts'

/** In which order contacts come. Those that lack what they are sorted by come last. */
export interface ContactOrder {
  /** What they are sorted by: a moment, or a text whatever its case. @default 'created' */
  readonly sort?: 'created' | 'updated' | 'externalId' | 'email' | 'name'
  /** Whether the least comes first, or the greatest. @default 'asc' */
  readonly order?: 'asc' | 'desc'
}

type KeyOf = (contact: ContactRow) => string | number | undefined

const keys: Readonly<Record<Exclude<ContactOrder['sort'], 'created' | undefined>, KeyOf>> = {
  updated: ({ updatedAt }) => updatedAt,
  externalId: ({ fields }) => folded(fields._externalId),
  email: ({ fields }) => folded(fields._email?.trim()),
  name: ({ fields }) => folded(nameOf(fields)),
}
const sorts = ['created', ...Object.keys(keys)]

/** A way to sort, other than oldest first. */
export interface Way {
  readonly keyOf: KeyOf | undefined
  readonly isDown: boolean
}

/**
 * How to sort; undefined where contacts come oldest first, as they are kept.
 *
 * @throws {Error} when there is no such order
 */
export function wayOf({ sort = 'created', order = 'asc' }: ContactOrder): Way | undefined {
  if (!sorts.includes(sort)) throw new Error(`sort is one of ${sorts.join(', ')}`)
  if (order !== 'asc' && order !== 'desc') throw new Error('order is asc or desc')
  if (sort === 'created' && order === 'asc') return undefined
  return { keyOf: sort === 'created' ? undefined : keys[sort], isDown: order === 'desc' }
}

interface Entry {
  readonly contact: ContactRow
  readonly key: string | number
  /** Its place among the oldest, which decides between equal ones. */
  readonly at: number
}

/** The first contacts, so many, in their order. What comes behind them is not sorted. */
export function ordered(
  contacts: readonly ContactRow[],
  { keyOf, isDown }: Way,
  count: number,
): ContactRow[] {
  if (keyOf === undefined) return contacts.toReversed()
  const sign = isDown ? -1 : 1
  const compared = (a: Entry, b: Entry) => sign * comparedKeys(a.key, b.key) || a.at - b.at
  const without: ContactRow[] = []
  let kept: Entry[] = []
  let last: Entry | undefined
  for (const [at, contact] of contacts.entries()) {
    const key = keyOf(contact)
    if (key === undefined) without.push(contact)
    else if (last === undefined || sign * comparedKeys(key, last.key) < 0) {
      kept.push({ contact, key, at })
      if (kept.length < count * 2 + 1000) continue
      kept = kept.sort(compared).slice(0, count)
      last = kept.at(-1)
    }
  }
  return [...kept.sort(compared).map(({ contact }) => contact), ...without].slice(0, count)
}

function comparedKeys(a: string | number, b: string | number) {
  if (a < b) return -1
  return a > b ? 1 : 0
}

/** Without case and accents, so that Émile stands beside Emil; undefined where it is empty. */
function folded(text: string | undefined) {
  return text ? text.toLowerCase().replace(/[^\0-\x7f]/gu, withoutAccent) : undefined
}

const plain = new Map<string, string>()

function withoutAccent(character: string) {
  const known = plain.get(character)
  if (known !== undefined) return known
  const bare = character.normalize('NFD').replace(/\p{M}+/gu, '')
  plain.set(character, bare)
  return bare
}
