import fc from 'fast-check'
import { contract, type Schema } from '../../generate/contract.ts'
import { boolean, checkbox, decimal, integer, radio, text } from '../../sdk/contact-fields.ts'
import { valuesOfExports } from './fuzz-exports.ts'
import { emails, externalIds, productIds, purchaseIds } from './pools.ts'

/** Custom fields that an account has at first, named as what every object has. */
export const customFields = {
  tier: radio('gold', 'silver'),
  constructor: text({ maxLength: 5 }),
  toString: checkbox('a', 'b'),
  hasOwnProperty: boolean(),
  toJSON: integer({ max: 15 }),
  valueOf: decimal(),
}

/** Values of these fields; some do not fit. */
const customValues = fc.record(
  {
    tier: fc.constantFrom('gold', 'silver', 'gold', 'lead'),
    constructor: fc.constantFrom('a', 'abcde', '😀😀😀😀😀', 'abcdef'),
    toString: fc.constantFrom(['a'], [], ['a', 'b'], ['a', 'a']),
    hasOwnProperty: fc.boolean(),
    toJSON: fc.constantFrom(0, 15, -7, 16),
    valueOf: fc.constantFrom(0.5, 1e15, 3),
  },
  { requiredKeys: [], noNullPrototype: true },
)

const fieldIds = [...Object.keys(customFields), 'email', 'note', 'a[0]']

const texts = fc.oneof(
  fc.constantFrom('Ada', 'gold', 'silver', 'a', 'email', 'ñ 😀'),
  fc.string({ maxLength: 12 }),
)

const ids = fc
  .oneof(fc.integer({ min: 1, max: 12 }), fc.nat({ max: 60 }))
  .map((number) => number.toString(16).padStart(24, '0'))

/** Values by the name of their schema: of a format, or such that records meet now and then. */
const named = new Map<string, fc.Arbitrary<unknown>>([
  ['Email', emails.filter((email) => /^\S+@\S+$/.test(email))],
  ['ExternalId', externalIds.filter((id) => /^(?!\.\.).*\S/.test(id) && [...id].length < 51)],
  ['ConnectifId', ids],
  ['PurchaseId', purchaseIds],
  ['ProductId', productIds],
  ['DateTime', fc.constantFrom('2026-01-01T00:00:00Z', '1999-12-31T23:59:59.999+14:00')],
  ['Url', fc.constantFrom('https://shop.example/a', 'http://www.shop.example:8443?b', 'data:,')],
  ['MobilePhone', fc.constantFrom('+34600000001', '0612345678')],
  ['FieldId', fc.constantFrom(...fieldIds)],
  ['CountryCode', fc.constantFrom('34', '1')],
  ['CustomEventTypeAlias', fc.constantFrom('visit', 'visit', 'constructor', '__proto__')],
  ...valuesOfExports,
])

/** Values that a schema of the contract lets pass, on the whole. */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref) return valuesNamed(schema.$ref.split('/').at(-1) as string)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  return fc.oneof(...[schema.type ?? 'object'].flat().map((type) => valuesOfType(schema, type)))
}

/** Values of the contract's schema with this name. */
export function valuesNamed(name: string): fc.Arbitrary<unknown> {
  const values = named.get(name) ?? valuesOf(contract.components.schemas[name] as Schema)
  named.set(name, values)
  return values
}

function valuesOfType(schema: Schema, type: string): fc.Arbitrary<unknown> {
  const { minimum: min = -1e308, maximum: max = 1e308, minItems = 0 } = schema as Limits
  switch (type) {
    case 'string':
      return schema.format === 'date' ? fc.constantFrom('2000-01-01', '2026-02-28') : texts
    case 'integer':
    case 'number':
      return numbersOf(type, min, max)
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(valuesOf(schema.items as Schema), { minLength: minItems, maxLength: 3 })
    default:
      return objectsOf(schema)
  }
}

/** Usual ones, and now and then one that few programs expect. */
function numbersOf(type: string, min: number, max: number): fc.Arbitrary<number> {
  const usual = fc.integer({ min: Math.max(min, -1000), max: Math.min(max, 1000) })
  const edges = [min, max, 2 ** 53, 1e21, 5e-324, 0.1 + 0.2]
  const allowed = edges.filter((one) => one >= min && one <= max)
  const unusual = allowed.filter((one) => type === 'number' || Number.isInteger(one))
  return fc.oneof({ arbitrary: usual, weight: 4 }, fc.constantFrom(...unusual))
}

interface Limits {
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
}

function objectsOf(schema: Schema): fc.Arbitrary<object> {
  const members = Object.entries(schema.properties ?? {})
  const plain = fc.record(
    Object.fromEntries(members.map(([name, member]) => [name, valuesOf(member)])),
    { requiredKeys: schema.required ?? [], noNullPrototype: true },
  )
  if (!schema['x-custom-fields']) return plain
  const custom = fc.oneof({ arbitrary: fc.constant({}), weight: 2 }, customValues)
  return fc.tuple(plain, custom).map(([system, own]) => ({ ...system, ...own }))
}

// What the shapes do not say, and without which next to nothing would be allowed.

named.set(
  'CustomEvent',
  fc.record(
    { email: valuesNamed('Email'), note: texts, constructor: texts },
    { requiredKeys: ['email'], noNullPrototype: true },
  ),
)

const buyers = fc.oneof(
  fc.record({ contactEmail: valuesNamed('Email') }),
  fc.record({ contactExternalId: valuesNamed('ExternalId') }),
)
named.set(
  'PurchaseCreation',
  fc
    .tuple(valuesNamed('PurchaseCreation'), buyers, fc.nat({ max: 3 }))
    .map(([purchase, buyer, odds]) => {
      if (odds === 0) return purchase
      const { contactEmail, contactExternalId, ...rest } = purchase as Record<string, unknown>
      return { ...rest, ...buyer }
    }),
)

const limits = fc.constantFrom(
  { type: 'text', maxLength: 5 },
  { type: 'radio', options: [{ id: 'a', label: 'A' }], defaultValue: 'a' },
)
named.set(
  'ContactFieldCreate',
  fc.oneof(
    valuesNamed('ContactFieldCreate'),
    fc.tuple(valuesNamed('FieldId'), limits).map(([id, more]) => ({ id, name: 'A', ...more })),
  ),
)

named.set(
  'CustomEventTypeCreate',
  fc
    .tuple(valuesNamed('CustomEventTypeCreate'), fc.boolean())
    .map(([type, isWhole]) => (isWhole ? { ...(type as object), ...keyed } : type)),
)

const keyed = { primaryKey: 'email', fields: [{ id: 'email', name: 'Email', type: 'email' }] }
