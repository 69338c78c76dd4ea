import type { Mock } from '../mock.ts'

/** What `expect` lends to a matcher; that of vitest has more. */
export interface Expecting {
  /** Whether the matcher stands behind `.not`. */
  readonly isNot: boolean
  /** Whether two values are equal; asymmetric matchers count. */
  readonly equals: (a: unknown, b: unknown) => boolean
  /** What writes messages. */
  readonly utils: {
    /** The line that shows how the matcher was called. */
    readonly matcherHint: (
      name: string,
      received: string,
      expected: string,
      options: { isNot: boolean; secondArgument?: string },
    ) => string
    /** A value in one line. */
    readonly stringify: (value: unknown, maxDepth: number, style: { min: boolean }) => string
    /** The difference of two values, in lines. */
    readonly diff: (expected: unknown, received: unknown) => string | null | undefined
  }
}

/** What a matcher finds. */
export interface MatcherResult {
  /** Whether it is as the matcher says. */
  readonly pass: boolean
  /** What to tell people when that was not expected. */
  readonly message: () => string
}

/**
 * The twin that a test is about.
 *
 * @throws {Error} when it is something else
 */
export function twinIn(received: unknown, matcher: string): Mock {
  const twin = received as Partial<Mock> | null | undefined
  if (twin?.journal && twin.diff) return twin as Mock
  throw new Error(`${matcher} is about a twin: expect(mock), where mock is made by createMock`)
}

/** The first line of a message: how the matcher was called. */
export function called(
  { isNot, utils }: Expecting,
  matcher: string,
  first: unknown,
  second?: unknown,
): string {
  const inOneLine = (value: unknown) => utils.stringify(value, 5, { min: true })
  const more = second === undefined ? {} : { secondArgument: inOneLine(second) }
  return utils.matcherHint(matcher, 'mock', inOneLine(first), { isNot, ...more })
}

const most = 10

/** Lines of a message, without the oldest where there are many. */
export function latest(lines: readonly string[]): string[] {
  const left = lines.length - most
  return left > 0 ? [`… ${left} earlier`, ...lines.slice(left)] : [...lines]
}
