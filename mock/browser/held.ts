import type { Mock } from '../mock.ts'

/** What a twin holds at a moment, ready to be compared and saved. */
export interface Held {
  /** JSON of a snapshot, without its time. */
  readonly json: string
  /** The twin's time, in milliseconds since 1970. */
  readonly now: number
  /** The same where time stands still; else by how much it is ahead of the machine's. */
  readonly ahead: number
}

/** What a twin holds now. */
export function heldBy(mock: Mock): Held {
  const { now, ...rest } = mock.snapshot()
  return { json: JSON.stringify(rest), now, ahead: rest.frozen ? now : now - Date.now() }
}

/** Whether something has changed, other than by a clock that runs. */
export function differ(one: Held, other: Held): boolean {
  return one.json !== other.json || Math.abs(one.ahead - other.ahead) > 1000
}

/** What is saved, with the moment on the machine's clock; the work of `JSON.stringify` is done. */
export function savedText({ json, now }: Held): string {
  return `{"savedAt":${Date.now()},"snapshot":{"now":${now},${json.slice(1)}}`
}
