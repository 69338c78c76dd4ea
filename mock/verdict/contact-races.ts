import { byContact, type ContactCall } from './contact-calls.ts'
import type { Mistake, Shown } from './mistake.ts'
import { isDone, isLost, overlap } from './reading.ts'

/** Writes of one contact of which the last one wins, whichever that happens to be. */
export const contactRace: Mistake<'contact-race'> = {
  id: 'contact-race',
  advice:
    'Keep the calls to one contact in order: one at a time, from one place. What is read, changed and written back belongs into one queue for each contact; the API has no condition for a write.',
  find: (calls) => byContact(calls).flatMap(racesIn),
}

/** Calls to the contact that a write is held against. */
const mostBefore = 100

function racesIn(group: readonly ContactCall[]): Shown[] {
  const done = group.filter(({ call }) => isDone(call))
  const shown: Shown[] = []
  for (const [at, later] of done.entries()) {
    if (!isWrite(later)) continue
    const before = done.slice(Math.max(0, at - mostBefore), at)
    const race = inFlight(before, later) ?? lostUpdate(before, later)
    if (race) shown.push(race)
  }
  return shown
}

function inFlight(before: readonly ContactCall[], later: ContactCall): Shown | undefined {
  for (const earlier of before.toReversed()) {
    if (!isWrite(earlier) || !overlap(earlier.call, later.call) || !sameContact(earlier, later)) {
      continue
    }
    const what = conflict(earlier, later) ?? sameIncrement(before, earlier, later)
    if (what === undefined) continue
    const sentence = `${named(later)} was written by two calls that were under way at once: ${what}.`
    return { sentence, calls: [earlier.call, later.call] }
  }
  return undefined
}

/** What two writes disagree about. Equal ones do no harm, nor do those of different fields. */
function conflict(earlier: ContactCall, later: ContactCall): string | undefined {
  const methods = new Set([earlier.call.method, later.call.method])
  if (methods.size === 2) return 'one deletes it'
  return disputed(earlier, later)
}

function disputed(earlier: ContactCall, later: ContactCall): string | undefined {
  const fields = Object.keys(later.sent).filter(
    (name) => Object.hasOwn(earlier.sent, name) && !same(earlier.sent[name], later.sent[name]),
  )
  return fields.length === 0 ? undefined : `both write ${fields.join(', ')}`
}

/** Two that read one number each add to it, and write the same: one of the additions is lost. */
function sameIncrement(
  before: readonly ContactCall[],
  earlier: ContactCall,
  later: ContactCall,
): string | undefined {
  const name = Object.keys(later.sent).find((one) => {
    const value = later.sent[one]
    if (typeof value !== 'number' || earlier.sent[one] !== value) return false
    const reads = before.filter(
      ({ call, answered }) =>
        call.method === 'GET' && !isLost(call) && typeof answered[one] === 'number',
    )
    const [second, first] = reads.toReversed()
    if (!first || !second || !overlap(first.call, second.call)) return false
    return first.answered[one] === second.answered[one] && first.answered[one] !== value
  })
  return name === undefined ? undefined : `both have read ${name} before, and write the same number`
}

/** A key reads, another one writes, and the first one writes what it could not know to be old. */
function lostUpdate(before: readonly ContactCall[], later: ContactCall): Shown | undefined {
  const { key } = later.call
  const own = before.findLast((one) => one.call.key === key)
  if (own?.call.method !== 'GET' || isLost(own.call)) return undefined
  const between = before.find(
    (one) =>
      isWrite(one) &&
      one.call.number > own.call.number &&
      sameContact(one, later) &&
      disputed(one, later) !== undefined,
  )
  if (!between) return undefined
  const sentence = `${named(later)} was read and then written by one key, while another key wrote it in between: ${disputed(between, later)}.`
  return { sentence, calls: [own.call, between.call, later.call] }
}

function isWrite({ call }: ContactCall): boolean {
  return call.method === 'PATCH' || call.method === 'DELETE'
}

/** An identifier that went from one contact to another does not make them one. */
function sameContact(one: ContactCall, other: ContactCall): boolean {
  return one.id === undefined || other.id === undefined || one.id === other.id
}

function named({ call }: ContactCall): string {
  return `The contact ${call.address[0]}`
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
