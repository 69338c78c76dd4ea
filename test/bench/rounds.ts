/** Calls that were made, and what they took. */
export interface Work {
  readonly calls: number
  /** Milliseconds by the clock. */
  readonly time: number
  /** Milliseconds of processor time, of all threads. */
  readonly processorTime: number
}

/** How often the sides of a comparison take turns. */
export interface Turns {
  /** Rounds that count. */
  readonly rounds: number
  /** Rounds before them that do not count: the machine warms up. */
  readonly warmUp: number
}

/**
 * The work of all rounds of every side. They take turns within a round, the first one changing from
 * round to round, so that what else the machine does falls on all sides alike.
 */
export async function takeTurns<Side extends string>(
  sides: Readonly<Record<Side, () => Promise<Work>>>,
  { rounds, warmUp }: Turns,
): Promise<Record<Side, Work>> {
  const names = Object.keys(sides) as Side[]
  const done = {} as Record<Side, Work>
  for (let round = 0; round < warmUp + rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] as Side
      const work = await sides[name]()
      if (round >= warmUp) done[name] = sum(done[name], work)
    }
  }
  return done
}

/**
 * Microseconds of processor time that a call took. Unlike the clock, it leaves out what else the
 * machine did; on an idle machine the two are the same.
 */
export function microseconds({ calls, processorTime }: Work): number {
  return (processorTime * 1000) / calls
}

/** Calls per second by the clock. */
export function perSecond({ calls, time }: Work): number {
  return (calls * 1000) / time
}

/** Calls in sequence, in this process. */
export async function repeated(calls: number, call: () => unknown): Promise<Work> {
  const start = performance.now()
  const before = process.cpuUsage()
  for (let at = 0; at < calls; at++) await call()
  const { user, system } = process.cpuUsage(before)
  return { calls, time: performance.now() - start, processorTime: (user + system) / 1000 }
}

/** All the work of two. */
export function sum(one: Work | undefined, other: Work): Work {
  if (one === undefined) return other
  return {
    calls: one.calls + other.calls,
    time: one.time + other.time,
    processorTime: one.processorTime + other.processorTime,
  }
}
