import { deepEqual } from 'node:assert/strict'
import type { Mock } from 'connectif-sdk/mock'
import type { Outcome } from './outcome.ts'
import type { Loaded } from './report.ts'

/** How each way of being wrong that is in the files shows: the rule and the reason. */
const ways = {
  'email-malformed': /^email-valid .*_email must be an email address/,
  'points-not-a-whole-number': /^body-shape .*_points must be an integer/,
  'birthdate-not-a-date': /^body-shape .*_birthdate must be a date/,
  'number-blank': /^address .*cannot be " +"/,
  'mobile-not-a-phone': /^body-shape .*_mobilePhone /,
  'tier-unknown': /^field-known .*tier must be one of bronze, silver, gold/,
  'number-unaddressable': /^address .*cannot be "\.+"|^external-id-length .*control/,
  'number-too-long': /^external-id-length .*at most 50 characters/,
  'number-repeated': /^number-repeated /,
  'email-taken': /^email-unique /,
}

const ticketWays = {
  'customer-unknown': /^purchase-contact-exists .*E0101/,
  'sku-unknown': /^purchase-products-exist .*E0102/,
  'number-repeated': /^purchase-id-unique /,
}

/** data/expected.json, as far as it is named here. */
interface Expected {
  tickets: { lines: number }
}

/**
 * Holds the outcomes, and what the twin has now, against what the maker of the files says.
 *
 * @throws {AssertionError} with the difference
 */
export function check(loaded: Loaded, mock: Mock, expected: Expected): void {
  const { 'customers.csv': customers, 'tickets.csv': tickets } = loaded
  const purchases = mock.purchases.all()
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  const amount = sum(mock.contacts.all().map((contact) => contact._totalPurchasesAmount))

  const found = {
    rows: customers.length,
    good: mock.contacts.count,
    bad: refused(customers),
    badBy: placesBy(ways, customers),
    tickets: {
      lines: expected.tickets.lines,
      tickets: tickets.length,
      good: mock.purchases.count,
      bad: refused(tickets),
      badBy: placesBy(ticketWays, tickets),
      pieces: sum(purchases.map(({ totalQuantity }) => totalQuantity)),
      amount: Math.round(amount * 100) / 100,
    },
  }
  deepEqual(found, expected)
}

function refused(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ result }) => result === 'refused').length
}

function placesBy(ways: Record<string, RegExp>, outcomes: readonly Outcome[]) {
  const places = (way: RegExp) =>
    outcomes
      .filter((it) => it.result === 'refused' && way.test(`${it.rule} ${it.reason}`))
      .map(({ place }) => place)
  return Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, places(way)]))
}
