import type { Fight, Outcome } from './result.ts'
import { WrittenLines } from './written-lines.ts'

type Identifier = Fight['identifier']

interface Growing {
  readonly identifier: Identifier
  value: string
  readonly rows: { line: number; outcome: Outcome }[]
}

/** Finds rows that claim one identifier, while they are imported. */
export class Fights {
  readonly #written = new WrittenLines()
  readonly #found = new Map<string, Growing>()

  /** A row has written a record, which it found by this identifier. */
  wrote(id: string, line: number, outcome: Outcome, identifier: Identifier, value: string): void {
    if (this.#written.last(id) !== undefined) this.#join(id, line, outcome, identifier, value)
    this.#written.set(id, { line, outcome })
  }

  /** A row was refused that names a record by this identifier. */
  refused(id: string, line: number, identifier: Identifier, value: string): void {
    if (this.#written.last(id) !== undefined) this.#join(id, line, 'refused', identifier, value)
  }

  /** All of them; `keepsFirst` says that later rows write into empty fields only. */
  all(keepsFirst: boolean): Fight[] {
    return Array.from(this.#found.values(), (fight) => ({
      ...fight,
      ...decided(fight, keepsFirst),
    }))
  }

  #join(id: string, line: number, outcome: Outcome, identifier: Identifier, value: string) {
    const name = `${identifier}\n${id}`
    const known = this.#found.get(name)
    const last = this.#written.last(id)
    const fight: Growing = known ?? { identifier, value, rows: last ? [last] : [] }
    if (!known) this.#found.set(name, fight)
    fight.value = value
    fight.rows.push({ line, outcome })
  }
}

function decided({ rows }: Growing, keepsFirst: boolean): Pick<Fight, 'winner' | 'why'> {
  const written = rows.filter(({ outcome }) => outcome !== 'refused')
  const lines = written.map(({ line }) => line)
  const [first = 0] = lines
  const last = lines.at(-1) ?? first
  const isOne = written.length === 1
  if (isOne) return { winner: first, why: 'It comes first, and the others are refused.' }
  if (written.slice(1).every(({ outcome }) => outcome === 'unchanged')) {
    return { winner: first, why: 'The later rows say the same.' }
  }
  if (keepsFirst) return { winner: first, why: 'Later rows write into empty fields only.' }
  return { winner: last, why: 'It comes last, and writes over the fields of those before it.' }
}
