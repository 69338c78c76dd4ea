import type { Answered } from '../api-promise.ts'

/** Enough for the contacts of a second, however fast they are written. */
const most = 2000

/**
 * Tells from the moments in answers what a call did. The API does not say it: that `_updatedAt`
 * moves only when something changed is assumed.
 */
export class Stamps {
  /** When the records of the last answers were last changed, by id. */
  readonly #recent = new Map<string, string>()

  /**
   * `created` and `updated` where that happened since the call was first tried, by the API's own
   * clock, which tells seconds; a record of an earlier answer was not created by this one.
   */
  outcomeOf(
    id: string,
    createdAt: string,
    updatedAt: string,
    answered: Answered<unknown>,
  ): 'created' | 'updated' | 'unchanged' {
    const before = this.#recent.get(id)
    this.#keep(id, updatedAt)
    if (before !== undefined) return before === updatedAt ? 'unchanged' : 'updated'

    if (createdAt === updatedAt && isFrom(createdAt, answered)) return 'created'
    return isFrom(updatedAt, answered) ? 'updated' : 'unchanged'
  }

  #keep(id: string, updatedAt: string): void {
    this.#recent.delete(id)
    this.#recent.set(id, updatedAt)
    if (this.#recent.size <= most) return
    for (const oldest of this.#recent.keys()) {
      this.#recent.delete(oldest)
      return
    }
  }
}

/** Whether a moment lies within a call, from its first try on. */
export function isFrom(
  moment: string,
  { response, elapsedMs }: Pick<Answered<unknown>, 'response' | 'elapsedMs'>,
): boolean {
  const now = Date.parse(response.headers.get('date') ?? '') || Date.now()
  return Date.parse(moment) >= now - elapsedMs
}
