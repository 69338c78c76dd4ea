import { started } from './children.ts'
import { microseconds, takeTurns } from './rounds.ts'

/** Two ways to make a call, each in a process of its own. */
export interface Pair {
  /** A file of this folder that makes the calls, and its arguments for each way. */
  readonly file: URL
  readonly one: readonly string[]
  readonly other: readonly string[]
  /** Calls in a round. */
  readonly calls: number
}

/** Microseconds that a call takes either way. */
export interface Times {
  readonly one: number
  readonly other: number
}

/**
 * Times a pair again and again in new processes, since no two of them are compiled and collected
 * alike, and gives the times whose ratio is the median.
 */
export async function medianPair(pair: Pair, short: boolean): Promise<Times> {
  const all: Times[] = []
  for (let at = 0; at < (short ? 3 : 7); at++) all.push(await timesOf(pair))
  all.sort((a, b) => a.one / a.other - b.one / b.other)
  return all[Math.floor(all.length / 2)] as Times
}

async function timesOf({ file, one, other, calls }: Pair): Promise<Times> {
  using first = await started(file, one)
  using second = await started(file, other)
  const work = await takeTurns(
    { one: () => first.ask(calls), other: () => second.ask(calls) },
    { rounds: 25, warmUp: 15 },
  )
  return { one: microseconds(work.one), other: microseconds(work.other) }
}
