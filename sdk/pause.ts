function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const wake = () => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
  })
}

/** A gate that all calls of one client pass: closed after a 429, until the moment it names. */
export class Pause {
  #until = 0

  /** Keeps the gate closed for at least this long from now. */
  extend(ms: number): void {
    this.#until = Math.max(this.#until, Date.now() + ms)
  }

  /**
   * Resolves when the gate is open, and after `ms` milliseconds at the earliest; `onWait` hears of
   * each wait before it starts. Rejects with the signal's reason as soon as it aborts.
   */
  async over(
    ms: number,
    signal: AbortSignal | undefined,
    onWait: (ms: number) => void,
  ): Promise<void> {
    let wait = Math.max(ms, this.#until - Date.now())
    while (wait > 0) {
      onWait(wait)
      await sleep(wait, signal)
      wait = this.#until - Date.now()
    }
  }
}
