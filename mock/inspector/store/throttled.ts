/** Work that is done soon after it is asked for, and at most once in a while. */
export function throttled(ms: number, work: () => unknown): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  return () => {
    if (timer !== undefined) return
    const wait = Math.max(50, last + ms - Date.now())
    timer = setTimeout(() => {
      timer = undefined
      last = Date.now()
      work()
    }, wait)
  }
}
