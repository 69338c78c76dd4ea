import { useEffect, useRef, useState } from 'preact/hooks'
import { isMissing } from '../client/api.ts'
import { messageOf, useStore } from './store.ts'

/** What was loaded. */
export interface Loaded<T> {
  /** The last answer, also while the next is on its way, or when the next failed. */
  readonly data: T | undefined
  /** Why the last one failed. */
  readonly error: string | undefined
  /** Whether it failed because what was asked for is not there, or not any more. */
  readonly isGone: boolean
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
    const settle = (next: (before: Held<T>) => Held<T>) => mine === run.current && setHeld(next)
    load().then(
      (data) => settle(() => ({ key, ...nothing, data, isLoading: false })),
      (thrown) => settle((before) => failed(key, before, thrown)),
    )
  }, [key, changes])

  return held.key === key ? held : { ...nothing, data: held.data }
}

const nothing = { data: undefined, error: undefined, isGone: false, isLoading: true }

/** What was there before stays, unless it was something else, or it is known to be gone. */
function failed<T>(key: string, before: Held<T>, thrown: unknown): Held<T> {
  const isGone = isMissing(thrown)
  const data = before.key === key && !isGone ? before.data : undefined
  return { key, data, error: messageOf(thrown), isGone, isLoading: false }
}
