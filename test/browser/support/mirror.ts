import { isDeepStrictEqual } from 'node:util'
import type { Page } from 'playwright-core'
import { fromBase64, toBase64 } from '../../../mock/files/base64.ts'
import type { Call, Mock } from '../../../mock/index.ts'
import type { Handled, Step } from './twin-page.ts'

let opened = 0

/**
 * A twin in Node that does all that the twin of a page does: what a test does to it is done to the
 * other one too, and each call that the other one answered has to be answered by it the same.
 */
export class Mirror {
  /** Tells the twins of a page apart. */
  readonly number: number = ++opened
  /** The twin that the test steers and looks into. */
  readonly mock: Mock
  readonly #page: Page
  readonly #twin: Mock
  readonly #blamed: string[] = []
  #steered: Promise<unknown> = Promise.resolve()

  constructor(page: Page, twin: Mock) {
    this.#page = page
    this.#twin = twin
    this.mock = this.#steering(twin, [])
  }

  /** Answers what the page has answered. */
  handled({ twin, call, answer }: Handled): void {
    if (twin !== this.number) return
    const { bytes, ...rest } = call as Omit<Call, 'bytes'> & { bytes?: string }
    const own = this.#twin.handle(bytes === undefined ? rest : { ...rest, bytes: unpacked(bytes) })
    const file = own.file && toBase64(own.file)
    if (isDeepStrictEqual(withoutGaps({ ...own, file }), withoutGaps(answer))) return
    const [ours, theirs] = [own, answer].map((one) => JSON.stringify(one).slice(0, 400))
    this.blame(`${rest.method} ${rest.path} is ${theirs} in the page, and ${ours} in Node`)
  }

  /** Keeps what went wrong, which the end of the test tells. */
  blame(what: string): void {
    this.#blamed.push(what)
  }

  /** Fails with what went wrong in between. */
  async close(): Promise<void> {
    await this.#steered
    if (this.#blamed.length > 0) throw new Error(this.#blamed.join('\n'))
  }

  /** Something of the twin, whose methods are called in the page as well. */
  #steering<T extends object>(target: T, steps: readonly Step[]): T {
    return new Proxy(target, {
      get: (_, key) => {
        const value: unknown = Reflect.get(target, key, target)
        if (typeof key === 'symbol') return value
        if (typeof value !== 'function') return this.#wrapped(value, [...steps, [key]])
        return (...args: unknown[]) => {
          const step: Step = [key, args]
          // What hears of calls stays here.
          if (!args.some((arg) => typeof arg === 'function')) this.#steer([...steps, step])
          return this.#wrapped(value.apply(target, args), [...steps, step])
        }
      },
    })
  }

  /** Data is handed out as it is. */
  #wrapped(value: unknown, steps: readonly Step[]): unknown {
    if (typeof value !== 'object' || value === null || isData(value)) return value
    return this.#steering(value, steps)
  }

  #steer(steps: readonly Step[]) {
    const steering = this.#page.evaluate(
      (steps) => twinPage.steer(steps as readonly Step[]),
      steps as readonly unknown[],
    )
    this.#steered = Promise.all([this.#steered, steering])
    this.#steered.catch(() => {})
  }
}

function isData(value: object) {
  return Array.isArray(value) || (value.constructor === Object && !hasMethods(value))
}

function hasMethods(value: object) {
  return Object.values(value).some((member) => typeof member === 'function')
}

function unpacked(bytes: string) {
  return fromBase64(bytes) as Uint8Array
}

/** What the wire drops is no difference. */
function withoutGaps(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
