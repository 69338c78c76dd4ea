import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { Api } from '../client/api.ts'
import type { Entry, State } from '../client/shapes.ts'
import type { Twin } from '../client/twin.ts'
import type { Router } from './route.ts'
import { throttled } from './throttled.ts'

/** A snapshot that was taken here; it lives as long as the page. */
export interface Taken {
  readonly id: number
  readonly name: string
  /** The JSON of it. */
  readonly text: string
  /** The moment on the twin's clock; undefined where it came from a file. */
  readonly now: string | undefined
}

/** Calls that are kept here; the twin has more. */
const mostCalls = 1000
const quietMs = 1000

/** All that the screens share. */
export class Store {
  readonly api: Api
  readonly router: Router
  readonly state: Signal<State | undefined> = signal(undefined)
  /** Calls to the API, oldest first. */
  readonly calls: Signal<readonly Entry[]> = signal([])
  readonly isLive: Signal<boolean> = signal(false)
  /** Why the twin cannot be reached; undefined while it can. */
  readonly trouble: Signal<string | undefined> = signal(undefined)
  /** Counts what may have changed records; screens load again by it. */
  readonly changes: Signal<number> = signal(0)
  readonly toast: Signal<string | undefined> = signal(undefined)
  readonly snapshots: Signal<readonly Taken[]> = signal([])
  readonly dropped: Signal<File | undefined> = signal(undefined)
  readonly theme: Signal<'auto' | 'light' | 'dark'> = signal('auto')
  readonly wanted: Signal<string | undefined> = signal(undefined)
  /** Id of the account that is looked at; undefined while none is open. */
  readonly account: ReadonlySignal<string | undefined> = computed(() => {
    const ids = this.state.value?.accounts.map(({ id }) => id) ?? []
    const wanted = this.wanted.value
    return wanted !== undefined && ids.includes(wanted) ? wanted : ids[0]
  })
  readonly #soon = throttled(quietMs, () => this.changed())

  /** Whether the page is nothing but the inspector. */
  readonly ownsPage: boolean

  constructor(twin: Twin, router: Router, ownsPage: boolean) {
    this.api = new Api(twin)
    this.ownsPage = ownsPage
    this.router = router
  }

  /** Starts to follow the twin. Returns the function that ends it. */
  start(): () => void {
    void this.changed().then(() => this.reloadCalls())
    const again = () => document.visibilityState === 'visible' && this.#soon()
    document.addEventListener('visibilitychange', again)
    const timer = setInterval(again, 10_000)
    const unfollow = this.api.twin.follow({
      live: (isLive) => {
        this.isLive.value = isLive
        if (isLive) void this.reloadCalls()
        this.#soon()
      },
      call: (entry) => {
        this.calls.value = [...this.calls.value.filter(isBefore(entry)), entry].slice(-mostCalls)
        this.#soon()
      },
    })
    return () => {
      unfollow()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }

  /** Looks at the twin again, after something may have changed. */
  async changed(): Promise<void> {
    try {
      this.state.value = await this.api.state()
      this.trouble.value = undefined
    } catch (thrown) {
      this.trouble.value = messageOf(thrown)
    }
    this.changes.value += 1
  }

  /** Reads the journal anew: it may have been cleared. What is heard of meanwhile stays. */
  async reloadCalls(): Promise<void> {
    const before = new Set(this.calls.value)
    const { calls } = await this.api.calls(mostCalls).catch(() => ({ calls: this.calls.value }))
    const last = calls.at(-1)?.number ?? 0
    const since = this.calls.value.filter((one) => !before.has(one) && one.number > last)
    this.calls.value = [...calls, ...since].slice(-mostCalls)
  }

  /** Keeps a snapshot, before those that are here. */
  keep(taken: Omit<Taken, 'id'>): void {
    const id = 1 + Math.max(0, ...this.snapshots.value.map((one) => one.id))
    this.snapshots.value = [{ ...taken, id }, ...this.snapshots.value]
  }

  /** Does something to the twin, and says so; or says why not. */
  async act(work: () => Promise<unknown>, done?: string): Promise<boolean> {
    try {
      await work()
      if (done !== undefined) this.toast.value = done
      await this.changed()
      return true
    } catch (thrown) {
      this.toast.value = messageOf(thrown)
      return false
    }
  }
}

/** After a journal was cleared, numbers begin anew. */
function isBefore({ number }: Entry) {
  return (one: Entry) => one.number < number
}

/** What an error says. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

const Current = createContext<Store | undefined>(undefined)

/** Gives a store to all that is drawn in it. */
export const StoreProvider = Current.Provider

/** The store of this inspector. */
export function useStore(): Store {
  return useContext(Current) as Store
}
