import type { Changes, Diff } from '../diff.ts'
import type { Snapshot } from '../snapshot.ts'
import { called, type Expecting, latest, type MatcherResult, twinIn } from './matcher.ts'

type Kind = keyof Diff
type Way = keyof Changes<unknown>

/** How many records of each kind changed; what is left out is none. */
export type ChangeCounts = { readonly [K in Kind]?: { readonly [W in Way]?: number } }

/** Since when changes count. */
export interface ChangeOptions {
  /** A snapshot that was taken earlier. @default when each account was opened */
  since?: Snapshot
}

const kinds: readonly Kind[] = ['contacts', 'purchases', 'products']
const ways: readonly Way[] = ['created', 'updated', 'deleted']

/** Whether exactly so many records changed, and no others. */
export function toHaveChanged(
  this: Expecting,
  received: unknown,
  counts: ChangeCounts,
  { since }: ChangeOptions = {},
): MatcherResult {
  const diff = twinIn(received, 'toHaveChanged').diff(since)
  const expected = withoutNone(counts)
  const changed = withoutNone(countsIn(diff))
  const pass = this.equals(changed, expected)

  return {
    pass,
    message: () =>
      [
        called(this, 'toHaveChanged', counts),
        '',
        ...(pass ? [] : [this.utils.diff(expected, changed), '']),
        ...changesIn(diff),
      ].join('\n'),
  }
}

function countsIn(diff: Diff): ChangeCounts {
  const countOf = (kind: Kind) => ways.map((way) => [way, diff[kind][way].length] as const)
  return Object.fromEntries(kinds.map((kind) => [kind, Object.fromEntries(countOf(kind))]))
}

/** What is 0 goes, so that both sides of a comparison look the same. */
function withoutNone(counts: ChangeCounts): object {
  const entries = Object.entries(counts).map(([kind, byWay]) => {
    const some = Object.entries(byWay).filter(([, count]) => count !== 0 && count !== undefined)
    return [kind, Object.fromEntries(some)] as const
  })
  return Object.fromEntries(entries.filter(([, byWay]) => Object.keys(byWay).length > 0))
}

function changesIn(diff: Diff): string[] {
  const lines = kinds.flatMap((kind) =>
    ways.flatMap((way) => {
      const names = diff[kind][way].map(nameOf)
      return names.length === 0 ? [] : `${kind} ${way}: ${latest(names).join(', ')}`
    }),
  )
  return lines.length === 0 ? ['Nothing changed.'] : lines
}

/** What people know a record by; of one that was updated, which of its fields too. */
function nameOf(change: object | { readonly before: object; readonly after: object }): string {
  if (!('after' in change)) return identifierOf(change)
  const before = new Map(Object.entries(change.before))
  const after = new Map(Object.entries(change.after))
  const fields = [...new Set([...before.keys(), ...after.keys()])]
  const changed = fields.filter((name) => !same(before.get(name), after.get(name)))
  return `${identifierOf(change.after)} (${changed.join(', ')})`
}

function identifierOf(record: object): string {
  const fields = new Map(Object.entries(record))
  const names = ['_email', '_externalId', 'purchaseId', 'productId', 'id']
  return names.map((name) => fields.get(name)).find((value) => value !== undefined)
}

function same(a: unknown, b: unknown) {
  return JSON.stringify(a) === JSON.stringify(b)
}
