/**
 * The twin in a browser: what it holds outlives a reload, and is the same in all tabs.
 *
 * @module connectif-sdk/mock/browser
 */
import { Keeper } from './browser/keeper.ts'
import { Slot } from './browser/slot.ts'
import { logTrouble, type Trouble } from './browser/trouble.ts'
import type { Mock } from './mock.ts'

export type { Trouble } from './browser/trouble.ts'

/** Where and how a browser keeps what a twin holds. */
export interface KeepOptions {
  /**
   * For how long: `'session'` is for this tab, until it is closed; `'local'` is for all tabs of the
   * origin, until it is forgotten.
   *
   * @default 'session'
   */
  persist?: 'session' | 'local'
  /**
   * The key in the storage. What could not be restored goes to the same with `:set-aside`.
   *
   * @default 'connectif-mock'
   */
  key?: string
  /**
   * Hears of what went wrong; calls are answered all the same.
   *
   * @default it is printed as a warning
   */
  onTrouble?: (trouble: Trouble) => void
  /** Hears when the twin went over to what another tab has changed, so that a page shows it. */
  onShared?: () => void
}

/** What a browser keeps of a twin. */
export interface Kept {
  /** Saves at once, in place of after the current task. */
  save(): void
  /** Removes what is kept, also what was set aside; the twin holds what it holds. */
  forget(): void
  /** Saves, and keeps nothing from then on. */
  stop(): void
}

/**
 * Restores what the browser has of this twin, and saves the twin after every change, and as
 * the page is left: at most once a task, and for a tenth of the time. Journal, faults and limits
 * are not kept. Its time has gone on in between, unless it was frozen.
 * What cannot be restored, because it is broken or of another version, is set aside, and the twin
 * starts from its seed.
 *
 * With `'local'` the tabs of an origin share one state: each takes over what another has saved. Of
 * two that change it in the same moment, the later one repeats its calls on top of what the other
 * has saved; where one of them is answered otherwise then, that is told as a trouble.
 *
 * A browser gives an origin about 5 million characters: enough for some 10 000 contacts.
 *
 * @example
 * ```ts
 * const mock = createMock()
 * keep(mock, { persist: 'local' })
 * await setupWorker(...handlers(mock)).start()
 * ```
 */
export function keep(mock: Mock, options: KeepOptions = {}): Kept {
  const { persist = 'session', key = 'connectif-mock', onTrouble = logTrouble, onShared } = options
  const slot = new Slot(persist, key)
  const keeper = new Keeper(mock, slot, { onTrouble, onShared })
  const save = () => keeper.save()
  const ends = [keeper.start(), heard('pagehide', save)]
  if (persist === 'local') ends.push(heard('storage', (event) => keeper.shared(event)))
  return {
    save,
    forget: () => keeper.forget(),
    stop() {
      keeper.save()
      for (const end of ends) end()
    },
  }
}

function heard<Name extends 'pagehide' | 'storage'>(
  name: Name,
  listener: (event: WindowEventMap[Name]) => void,
) {
  addEventListener(name, listener)
  return () => removeEventListener(name, listener)
}
