import { nextTask } from '../carriers/next-task.ts'

// Kept from before a test installs fake timers: imports go on by the twin's clock, whatever drives it.
const { setTimeout: later } = globalThis

const pauseMs = 20

/** What is left to do: something that is due, something that will be, or nothing. */
export type Left = 'due' | 'waiting' | 'nothing'

/** Does long work in slices, with a turn for calls and timers between them. */
export class Pump {
  readonly #slice: () => Left
  #goes = false

  /** `slice` works for a moment and says what is left. */
  constructor(slice: () => Left) {
    this.#slice = slice
  }

  /** Starts it, unless it goes. */
  start(): void {
    if (this.#goes) return
    this.#goes = true
    this.#go()
  }

  async #go() {
    for (let left: Left = 'due'; left !== 'nothing'; left = this.#slice()) {
      await (left === 'due' ? nextTask() : pause())
    }
    this.#goes = false
  }
}

/** It does not keep a process that is done otherwise. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const timer: unknown = later(resolve, pauseMs)
    if (typeof timer === 'object') (timer as { unref?: () => void }).unref?.()
  })
}
