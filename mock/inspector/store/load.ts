import { useEffect, useRef, useState } from 'preact/hooks'
import { messageOf, useStore } from './store.ts'

/** What was loaded. */
export interface Loaded<T> {
  /** The last answer, also while the next is on its way. */
  readonly data: T | undefined
  /** Why there is none. */
  readonly error: string | undefined
  readonly isLoading: boolean
}

interface Held<T> extends Loaded<T> {
  readonly key: string
}

/** Loads at first, when the key changes, and when the twin may have changed. */
export function useLoad<T>(key: string, load: () => Promise<T>): Loaded<T> {
  return useLoadAt(key, useStore().changes.value, load)
}

/** Loads at first and when the key changes: for calls that are in the journal themselves. */
export function useLoadOnce<T>(key: string, load: () => Promise<T>): Loaded<T> {
  return useLoadAt(key, 0, load)
}

function useLoadAt<T>(key: string, changes: number, load: () => Promise<T>): Loaded<T> {
  const [held, setHeld] = useState<Held<T>>({ key, ...nothing })
  const run = useRef(0)

  useEffect(() => {
    run.current += 1
    const mine = run.current
    const settle = (next: Held<T>) => mine === run.current && setHeld(next)
    load().then(
      (data) => settle({ key, data, error: undefined, isLoading: false }),
      (thrown) => settle({ key, data: undefined, error: messageOf(thrown), isLoading: false }),
    )
  }, [key, changes])

  return held.key === key ? held : { data: held.data, error: undefined, isLoading: true }
}

const nothing = { data: undefined, error: undefined, isLoading: true }
