/** Resolves after `ms` milliseconds; rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
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

  /** Resolves when the gate is open; `onWait` hears of each wait before it starts. */
  async over(signal: AbortSignal | undefined, onWait: (ms: number) => void): Promise<void> {
    let told = 0
    for (let ms = this.#until - Date.now(); ms > 0; ms = this.#until - Date.now()) {
      if (this.#until !== told) onWait(ms)
      told = this.#until
      await sleep(ms, signal)
    }
  }
}
