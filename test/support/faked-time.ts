import { vi } from 'vitest'

/** What comes of a run while faked time goes on. */
export async function inFakedTime<T>(run: PromiseLike<T>): Promise<T> {
  let isOver = false
  const ended = Promise.resolve(run).finally(() => {
    isOver = true
  })
  ended.catch(() => {})
  while (!isOver) await vi.advanceTimersByTimeAsync(100)
  return ended
}
