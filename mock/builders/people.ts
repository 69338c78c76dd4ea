import { LOCALES, type Locale } from './names.ts'
import type { Random } from './random.ts'

/** Somebody, before a system has made a contact of them. */
export interface Person {
  firstName: string
  lastName: string
  /** Their own and nobody else's, also when upper and lower case count as the same. */
  email: string
  /** E.164. */
  mobile: string
  /** `1984-03-09`: between 1940 and 2007, on a day that exists. */
  birthdate: string
}

const DOMAINS = ['example.com', 'example.org', 'example.net'] as const
const FIRST_BIRTHDATE = Date.UTC(1940, 0, 1)
const LAST_BIRTHDATE = Date.UTC(2007, 11, 31)
const DAY_MS = 86_400_000

const DRAWN: readonly Locale[] = LOCALES.flatMap((locale) => Array(locale.percent).fill(locale))

/** People one after the other, no two with the same email. Never ends. */
export function* people(random: Random): Generator<Person, never> {
  const uses = new Map<string, number>()

  while (true) {
    const locale = random.pick(DRAWN)
    const first = random.pick(locale.first)
    const last = random.pick(locale.last)
    const name = `${first.latin}.${last.latin}`
    const use = (uses.get(name) ?? 0) + 1
    uses.set(name, use)

    yield {
      firstName: first.native,
      lastName: last.native,
      email: `${name}${use === 1 ? '' : use}@${random.pick(DOMAINS)}`,
      mobile: `${locale.mobile}${String(random.integer(0, 999)).padStart(3, '0')}`,
      birthdate: day(random),
    }
  }
}

function day(random: Random): string {
  const days = random.integer(0, (LAST_BIRTHDATE - FIRST_BIRTHDATE) / DAY_MS)
  return new Date(FIRST_BIRTHDATE + days * DAY_MS).toISOString().slice(0, 10)
}
