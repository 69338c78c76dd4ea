import { type Person, people } from '../../mock/builders/people.ts'
import { type Random, random } from '../../mock/builders/random.ts'
import { csv } from './make-csv.ts'
import { peculiar, spoilt, ways } from './make-peculiar.ts'

/** A row of customers.csv. */
export interface Customer {
  CustomerNo: string
  FirstName: string
  LastName: string
  Email: string
  /** E.164. */
  Mobile: string
  /** `1984-03-09` */
  BirthDate: string
  Newsletter: 'yes' | 'no'
  Points: string
  /** `bronze`, `silver` or `gold`. */
  Tier: string
  Store: string
  Remarks: string
  /** ISO 8601, UTC. */
  LastModified: string
}

/** customers.csv, and what a loader finds in it. */
export interface CustomerFile {
  csv: string
  /** The customers a loader can load. */
  good: Customer[]
  /** Those of `good` with unusual numbers, names or gaps. */
  peculiar: Customer[]
  /** The customers that are refused. */
  bad: Customer[]
  expected: { rows: number; good: number; bad: number; badBy: Record<string, number[]> }
}

const ROWS = 1000
const BAD = 40
const STORES = ['Bilbao', 'Lyon', 'München', 'Torino', 'Kraków', 'Bergen', 'Online'] as const
const REMARKS = [
  'Size 43, narrow',
  'Asks for "wide" boots',
  'Repairs only',
  'Trade, 10 % off',
] as const
const SECOND_MS = 1000
const FIRST_CHANGE = Date.UTC(2023, 5, 1)
const SECONDS_OF_CHANGES = 940 * 86_400

/** 1000 customers of a hiking shop; 40 of them cannot be loaded, four in each of ten ways. */
export function customers(): CustomerFile {
  const chance = random(2026, 'customers')
  const strangers = people(chance)
  const persons = Array.from({ length: ROWS }, () => strangers.next().value)
  const rows = ordinary(persons, chance)

  const badAt = spread(chance)
  const peculiarAt = placePeculiar(rows, badAt)
  for (const [row, { way, nth }] of badAt) {
    const earlier = rows.slice(0, row - 150).filter((_, index) => !badAt.has(index))
    rows[row] = { ...(rows[row] as Customer), ...spoilt(way, nth, persons[row] as Person, earlier) }
  }

  const file = csv(Object.keys(rows[0] as Customer), rows.map(Object.values))
  const badBy: Record<string, number[]> = Object.fromEntries(ways.map((way) => [way, []]))
  for (const [row, { way }] of badAt) badBy[way]?.push(file.lines[row] as number)

  return {
    csv: file.text,
    good: rows.filter((_, row) => !badAt.has(row)),
    peculiar: rows.filter((_, row) => peculiarAt.has(row)),
    bad: rows.filter((_, row) => badAt.has(row)),
    expected: { rows: ROWS, good: ROWS - BAD, bad: BAD, badBy },
  }
}

function ordinary(persons: readonly Person[], chance: Random): Customer[] {
  let number = 1200

  return persons.map((person) => {
    number += chance.integer(1, 4)
    const points = Math.floor(chance.fraction() ** 3 * 5000)
    const changed = FIRST_CHANGE + chance.integer(0, SECONDS_OF_CHANGES) * SECOND_MS

    return {
      CustomerNo: `POS-${String(number).padStart(6, '0')}`,
      FirstName: person.firstName,
      LastName: person.lastName,
      Email: chance.chance(0.75) ? person.email : '',
      Mobile: chance.chance(0.65) ? person.mobile : '',
      BirthDate: chance.chance(0.6) ? person.birthdate : '',
      Newsletter: chance.chance(0.55) ? 'yes' : 'no',
      Points: String(points),
      Tier: chance.chance(0.1) ? '' : tier(points),
      Store: chance.pick(STORES),
      Remarks: chance.chance(0.08) ? chance.pick(REMARKS) : '',
      LastModified: new Date(changed).toISOString().replace('.000', ''),
    }
  })
}

function tier(points: number): string {
  if (points >= 2500) return 'gold'
  return points >= 800 ? 'silver' : 'bronze'
}

/** One bad row in every 25; the ways take turns. */
function spread(chance: Random): Map<number, { way: (typeof ways)[number]; nth: number }> {
  const slots = Array.from({ length: BAD }, (_, slot) => {
    const way = ways[slot % ways.length] as (typeof ways)[number]
    const row = slot * (ROWS / BAD) + chance.integer(0, ROWS / BAD - 1)
    return [row, { way, nth: Math.floor(slot / ways.length) }] as const
  })
  return new Map(slots)
}

/** Puts the peculiar good rows in, evenly. */
function placePeculiar(rows: Customer[], badAt: ReadonlyMap<number, unknown>): Set<number> {
  const places = new Set<number>()
  const step = Math.floor(ROWS / peculiar.length)

  for (const [index, fields] of peculiar.entries()) {
    let row = index * step + 7
    while (badAt.has(row)) row += 1
    rows[row] = { ...(rows[row] as Customer), ...fields }
    places.add(row)
  }
  return places
}
