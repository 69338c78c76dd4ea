import type { Mock } from '../../mock/index.ts'
import { fileAt } from './twin-files.ts'

/** Names of the model for what the twin has ids for, and files for the links to them. */
export class Names {
  readonly #mock: Mock
  readonly #names = new Map<string, string>()
  readonly #ids = new Map<string, string>()

  constructor(mock: Mock) {
    this.#mock = mock
  }

  /** Records come in the order in which they were made, in the twin as in the model. */
  learn(seen: readonly { id: string }[], expected: readonly Record<string, unknown>[]): void {
    for (const [at, { id }] of seen.entries()) {
      const name = expected[at]?.id
      if (!this.#names.has(id) && typeof name === 'string') this.give(id, name)
    }
  }

  /** Gives an id a name; neither may have been given before. */
  give(id: string, name: string): void {
    if (this.#ids.has(name)) throw new Error(`${name} had another id before: ${id}`)
    this.#names.set(id, name)
    this.#ids.set(name, id)
  }

  /** The id of what has this name; one that nothing has, where there is none. */
  idOf(name: string): string {
    return this.#ids.get(name) ?? 'f'.repeat(24)
  }

  /** What the twin shows, in the words of the model; files have the delimiter of their job. */
  of(value: unknown, delimiter = ''): unknown {
    if (typeof value === 'string') return this.#ofText(value, delimiter)
    if (Array.isArray(value)) return value.map((one) => this.of(one, delimiter))
    if (typeof value !== 'object' || value === null) return value
    const { options, delimiter: own = options?.delimiter } = value as Delimited
    const named: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(value)) named[name] = this.of(member, own)
    return named
  }

  #ofText(text: string, delimiter: string) {
    if (text.includes('/__files/')) return this.of(fileAt(this.#mock, text, delimiter))
    const [, id] = /^export-(.*)/.exec(text) ?? []
    return id === undefined ? (this.#names.get(text) ?? text) : `export-${this.#names.get(id)}`
  }
}

interface Delimited {
  readonly delimiter?: string
  readonly options?: { readonly delimiter?: string }
}
