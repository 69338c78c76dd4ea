import { Connectif } from '../sdk/client.ts'
import { verdictInWords } from './matchers/clean-verdict.ts'
import { createMock, type Mock } from './mock.ts'
import type { MockOptions } from './options.ts'

/** A twin of a test's own, and a client of it. */
export interface TwinOfTest {
  /** The twin. */
  readonly mock: Mock
  /** A client that reaches it without a network, by the first of the keys. */
  readonly connectif: Connectif
}

/** A twin that nothing else uses, and a client of it. */
export function twinFor(options: MockOptions): TwinOfTest {
  const mock = createMock(options)
  const [declared] = Object.values(options.accounts ?? {}).flatMap(({ keys }) => Object.keys(keys))
  const connectif = new Connectif({
    apiKey: declared ?? 'test:secret',
    fetch: mock.fetch,
    dangerouslyAllowBrowser: true,
  })
  return { mock, connectif }
}

/**
 * Ends a test of a twin.
 *
 * @throws {Error} when its client made a mistake, or when a fault waited in vain for its call
 */
export function endTestOf(mock: Mock): void {
  const verdict = mock.verdict()
  const unmet = mock.faults.list().filter(({ hits }) => hits === 0)
  const lines = [
    ...(verdict.clean ? [] : verdictInWords(verdict)),
    ...unmet.map(({ options }) => `No call met the fault ${JSON.stringify(options)}.`),
  ]
  if (lines.length === 0) return
  const advice = 'Where it is meant to be so, end the test with mock.reset().'
  throw new Error([...lines, advice].join('\n'))
}
