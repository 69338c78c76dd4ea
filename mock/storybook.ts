/**
 * The twin in Storybook: each story has a twin of its own, which answers what the components ask of
 * the API. Storybook itself is not imported.
 *
 * @example
 * ```ts
 * // .storybook/preview.ts
 * import { beforeEach } from 'connectif-sdk/mock/storybook'
 *
 * export default { beforeEach }
 *
 * // SignUp.stories.ts
 * export const Known = {
 *   parameters: { connectif: { seed: { contacts: [{ _email: 'ada@example.com' }] } } },
 *   play: async ({ canvas, loaded }) => {
 *     await userEvent.click(canvas.getByRole('button'))
 *     await waitFor(() => expect(loaded.twin.mock.journal.count).toBe(1))
 *   },
 * }
 * ```
 *
 * @module connectif-sdk/mock/storybook
 */
import type { Mock } from './mock.ts'
import type { MockOptions } from './options.ts'
import { twinFor } from './per-test.ts'

export type { TwinOfTest } from './per-test.ts'

/** What a story can say of its twin, as its parameter `connectif`. */
export interface StoryTwinOptions extends MockOptions {
  /** Origin whose calls the twin answers. @default 'https://api.connectif.cloud' */
  baseUrl?: string
}

/** What is used of the context of a story; Storybook 8.2 or later has it. */
export interface StoryContext {
  /** Its parameters; `connectif` are `StoryTwinOptions`. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** What stories, decorators and `play` are given; `twin` is added, a `TwinOfTest`. */
  readonly loaded: Record<string, unknown>
}

/**
 * Gives a story its twin, as `loaded.twin`, which answers the calls of `fetch` to the API until the
 * story is left; all other calls go where they went.
 *
 * @returns what ends it; Storybook calls that
 */
export function beforeEach({ parameters, loaded }: StoryContext): () => void {
  const { baseUrl, ...options } = (parameters.connectif ?? {}) as StoryTwinOptions
  const twin = twinFor(options)
  loaded.twin = twin

  const before = globalThis.fetch
  globalThis.fetch = fetchThrough(twin.mock, baseUrl ?? 'https://api.connectif.cloud', before)
  return () => {
    globalThis.fetch = before
  }
}

function fetchThrough(mock: Mock, baseUrl: string, others: typeof fetch): typeof fetch {
  const { origin } = new URL(baseUrl)
  return (input, init) => {
    const url = input instanceof Request ? input.url : input
    const isOfTheApi = new URL(url, globalThis.location?.href).origin === origin
    return isOfTheApi ? mock.fetch(input, init) : others(input, init)
  }
}
