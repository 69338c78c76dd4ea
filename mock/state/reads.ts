import type { ContactRow } from './rows.ts'

interface Version {
  /** The contact as it was before; undefined before it was created. */
  readonly before: ContactRow | undefined
  /** The moment from which reads no longer show that. */
  readonly until: number
}

/** What reads show of contacts: what was written `readDelaySeconds` ago. */
export class Reads {
  readonly #delay: number
  readonly #now: () => number
  readonly #versions = new Map<string, Version[]>()

  constructor(delaySeconds: number, now: () => number) {
    this.#delay = delaySeconds * 1000
    this.#now = now
  }

  /** Whether reads show what is written only later. */
  get lag(): boolean {
    return this.#delay > 0
  }

  /** Remembers what a write replaced. */
  written(before: ContactRow | undefined, after: ContactRow): void {
    if (!this.lag || before === after) return
    const version = { before, until: this.#now() + this.#delay }
    this.#versions.set(after.id, [...this.#pending(after.id), version])
  }

  /** A contact as reads show it now; undefined where they do not show it yet. */
  visible(contact: ContactRow | undefined): ContactRow | undefined {
    if (!this.lag || contact === undefined) return contact
    const [oldest] = this.#pending(contact.id)
    return oldest ? oldest.before : contact
  }

  #pending(id: string) {
    return (this.#versions.get(id) ?? []).filter(({ until }) => until > this.#now())
  }
}
