import { setImmediate } from 'node:timers/promises'

/** Tells the parent a number, and from then on, when asked, the processor time used so far. */
export function report(said: number): void {
  process.on('message', () => process.send?.(processorTime()))
  process.send?.(said)
}

/**
 * Makes as many calls, in sequence, as the parent asks for, and tells it the work. What calls leave
 * for the event loop to do, such as clearing up behind a `Request`, is part of it.
 */
export function reportCalls(call: () => unknown): void {
  process.on('message', async (calls: number) => {
    const start = performance.now()
    const before = processorTime()
    for (let at = 0; at < calls; at++) await call()
    for (let turn = 0; turn < 10; turn++) await setImmediate()
    process.send?.({
      calls,
      time: performance.now() - start,
      processorTime: processorTime() - before,
    })
  })
  process.send?.(0)
}

/** Milliseconds, of all threads: what is collected beside the main thread counts too. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
