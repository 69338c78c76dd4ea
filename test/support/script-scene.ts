import type { Mock, MockOptions } from '../../mock/index.ts'

/** One call of the script, and how the twin answers it. */
export interface Ask {
  /** Method and path, with query. */
  readonly line: string
  readonly body?: unknown
  /** In place of the usual ones; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>
  readonly status: number
  /** The rule that refuses. */
  readonly rule?: string
}

/** What happens to the twin between two calls: time passes, somebody is tracked. */
export interface Happening {
  /** In words, for the reader. */
  readonly event: string
  /** Gives what the twin said to it. */
  readonly happens: (mock: Mock) => unknown
}

/** Something that the script does: it asks the twin, or lets something happen. */
export type Step = Ask | Happening

/** A part of the script, on a twin of its own. */
export interface Scene {
  readonly options: MockOptions
  readonly steps: readonly Step[]
}

/** The headers with which another key asks. */
export function by(key: string): Readonly<Record<string, string>> {
  return { authorization: `apiKey ${key}` }
}

/** Time passes. */
export function later(duration: Parameters<Mock['clock']['advance']>[0]): Happening {
  return { event: 'time passes', happens: (mock) => mock.clock.advance(duration) }
}

/** What the twin throws at its user's mistake. */
export function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return String(error)
  }
  throw new Error('nothing was refused')
}
