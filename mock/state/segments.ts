import type { FieldValue } from './rows.ts'

/** Which values of an identifier are meant; all that is given must hold. */
export interface IdentifierFilter {
  /** Whether there is one. */
  readonly present?: boolean
  /** How it begins, compared as the account compares the identifier. */
  readonly startsWith?: string
  /** The values that it may have, compared in the same way. */
  readonly oneOf?: readonly string[]
}

/** Which contacts are in a segment; all that is given must hold, so nothing means everybody. */
export interface SegmentFilter {
  /** The External ID. */
  readonly externalId?: IdentifierFilter
  /** The email. */
  readonly email?: IdentifierFilter
  /** Whether the contact has neither. */
  readonly anonymous?: boolean
  /** Values of fields, system or custom, that must be equal; an unset field has its default. */
  readonly fields?: Readonly<Record<string, FieldValue>>
}

/** The segments of an account by their ids. Contacts are in them by what they are when asked. */
export class Segments {
  readonly #filters: Map<string, SegmentFilter>

  constructor(from: Iterable<readonly [string, SegmentFilter]> = []) {
    this.#filters = new Map(from)
  }

  /** Defines a segment, in place of the one with its id. */
  set(id: string, filter: SegmentFilter): void {
    this.#filters.set(id, filter)
  }

  /** The filter of a segment that was defined. */
  get(id: string): SegmentFilter | undefined {
    return this.#filters.get(id)
  }

  /** Forgets a segment; says whether there was one. */
  delete(id: string): boolean {
    return this.#filters.delete(id)
  }

  /** The segments that were defined, oldest first. */
  entries(): MapIterator<[string, SegmentFilter]> {
    return this.#filters.entries()
  }
}

/** Segments that every account has. */
export const builtInSegments: Readonly<Record<string, SegmentFilter>> = {
  'has-external-id': { externalId: { present: true } },
  'has-no-external-id': { externalId: { present: false } },
  anonymous: { anonymous: true },
}

const startsWith = 'external-id-starts-with:'
const isOneOf = 'external-id-is-one-of:'

/** Whether an id is that of a built-in segment, or is kept for one. */
export function isBuiltIn(id: string): boolean {
  return Object.hasOwn(builtInSegments, id) || id.startsWith(startsWith) || id.startsWith(isOneOf)
}

/**
 * The filter of a built-in segment; undefined where there is none with this id. Besides the named
 * ones: `external-id-starts-with:POS-` and `external-id-is-one-of:POS-1,POS-2`, in which a comma or
 * percent sign of a value is percent-encoded.
 */
export function builtInFilter(id: string): SegmentFilter | undefined {
  if (Object.hasOwn(builtInSegments, id)) return builtInSegments[id]
  if (id.startsWith(startsWith)) {
    const text = id.slice(startsWith.length)
    return text === '' ? undefined : { externalId: { startsWith: text } }
  }
  if (!id.startsWith(isOneOf)) return undefined
  const values = id.slice(isOneOf.length).split(',').map(decoded)
  return values.includes('') ? undefined : { externalId: { oneOf: values } }
}

/** Without its percent-encoding; empty where that is broken. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
