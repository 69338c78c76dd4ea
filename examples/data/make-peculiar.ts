import type { Person } from '../../mock/builders/people.ts'
import type { Customer } from './make-customers.ts'

/** Good rows that a careless loader gets wrong. */
export const peculiar: readonly Partial<Customer>[] = [
  // Exactly 50 characters, then exactly 50 that are 100 UTF-16 units and 200 bytes.
  { CustomerNo: 'LEGACY-0000000000000000000000000000000000000000001' },
  { CustomerNo: '🥾'.repeat(50) },

  // Different, as External IDs are compared exactly; the last two differ by Unicode form only.
  { CustomerNo: 'vip-77' },
  { CustomerNo: 'VIP-77' },
  { CustomerNo: 'K 1' },
  { CustomerNo: 'K+1' },
  { CustomerNo: '000123' },
  { CustomerNo: '123' },
  { CustomerNo: 'PEÑA-3'.normalize('NFC') },
  { CustomerNo: 'PEÑA-3'.normalize('NFD') },

  // Unlike what a path likes.
  { CustomerNo: 'TPV 12/0007' },
  { CustomerNo: 'cañón/ñu 15' },
  { CustomerNo: 'A/B' },
  { CustomerNo: 'A%2FB' },
  { CustomerNo: '100%' },
  { CustomerNo: 'H#9' },
  { CustomerNo: 'Q?id=17&x' },
  { CustomerNo: '../7' },
  { CustomerNo: '...' },
  { CustomerNo: 'Łódź 8' },
  { CustomerNo: '顧客-88', FirstName: '美咲', LastName: '髙橋' },

  // Unlike what a split at commas likes.
  { CustomerNo: '12,5' },
  { CustomerNo: 'the "old" card' },
  { FirstName: 'Bill', LastName: `O'Brien, "Bill"`, Email: 'Bill.OBrien+Till@Example.COM' },
  { FirstName: 'Jürgen', LastName: 'Groß, Dr.', Email: 'DR.GROSS@EXAMPLE.NET' },
  { Remarks: 'Boots 43,\nleft foot "wider"' },

  { FirstName: 'Begoña', LastName: 'Núñez', Email: 'begona+tienda@example.org' },
  { FirstName: 'Siobhán', LastName: "O'Neill", Email: "siobhan.o'neill@example.com" },
  { BirthDate: '2000-02-29' },
  { Points: '0', Newsletter: 'no' },
  { Email: '', Mobile: '', BirthDate: '', Points: '', Tier: '' },
  { FirstName: '', LastName: '', Tier: 'gold' },
]

/** The ways in which a row can be bad. */
export const ways = [
  'email-malformed',
  'points-not-a-whole-number',
  'birthdate-not-a-date',
  'number-blank',
  'mobile-not-a-phone',
  'tier-unknown',
  'number-unaddressable',
  'number-too-long',
  'number-repeated',
  'email-taken',
] as const

type Way = (typeof ways)[number]

const MALFORMED_EMAILS = ['ana.lopez@', 'no email', 'jan.kowalski.example.com', 'a b@example.org']
const NO_POINTS = ['12,5', 'many', '1.5', '1 200']
const NO_DATES = ['2023-02-30', '31/12/1980', '1999-13-01', '1985-04-31']
const BLANKS = [' ', '   ', '     ', '  ']
const NO_PHONES = ['n/a', 'ask at the till', '123', '+49 152 ???']
const OTHER_TIERS = ['platinum', 'diamond', 'vip', 'staff']
const UNADDRESSABLE = ['.', '..', 'POS-00\t7701', 'POS-007702\u0007']
const TOO_LONG = [
  'LEGACY-00000000000000000000000000000000000000000051',
  '⛺'.repeat(51),
  'ñ'.repeat(51),
  'MUNICH CENTRAL STATION / TILL 12 / CARD NO 00004711',
]

/** What makes the row of this person bad in this way, for the nth time (from 0). */
export function spoilt(
  way: Way,
  nth: number,
  person: Person,
  earlier: readonly Customer[],
): Partial<Customer> {
  switch (way) {
    case 'email-malformed':
      return { Email: MALFORMED_EMAILS[nth] ?? '' }
    case 'points-not-a-whole-number':
      return { Points: NO_POINTS[nth] ?? '' }
    case 'birthdate-not-a-date':
      return { BirthDate: NO_DATES[nth] ?? '' }
    case 'number-blank':
      return { CustomerNo: BLANKS[nth] ?? '' }
    case 'mobile-not-a-phone':
      return { Mobile: NO_PHONES[nth] ?? '' }
    case 'tier-unknown':
      return { Tier: OTHER_TIERS[nth] ?? '' }
    case 'number-unaddressable':
      return { CustomerNo: UNADDRESSABLE[nth] ?? '' }
    case 'number-too-long':
      return { CustomerNo: TOO_LONG[nth] ?? '' }
    case 'number-repeated':
      return { CustomerNo: earlier.at(-1)?.CustomerNo ?? '', Email: person.email }
    case 'email-taken':
      return { Email: inOtherCase(earlier.findLast(({ Email }) => Email)?.Email ?? '', nth) }
  }
}

/** As it is at first, then in other mixtures of upper and lower case: still the same email. */
function inOtherCase(email: string, nth: number): string {
  if (nth === 0) return email
  return nth === 1 ? email.toUpperCase() : `${email.charAt(0).toUpperCase()}${email.slice(1)}`
}
