/** Tells the parent a number, and from then on, when asked, the processor time used so far. */
export function report(said: number): void {
  process.on('message', () => process.send?.(processorTime()))
  process.send?.(said)
}

/** Milliseconds, of all threads: what is collected beside the main thread counts too. */
function processorTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
