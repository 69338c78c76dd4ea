import { describe, expect, test } from 'vitest'
import {
  cellsMustFit,
  columnsMustBeKnown,
  customFieldForm,
  productFieldForm,
  systemFieldForm,
  valuesMustBeReadable,
} from '../../mock/rules/import-values.ts'
import type { components } from '../../sdk/generated/schema.ts'
import { refusalOf } from '../support/accounts.ts'

type FieldType = components['schemas']['FieldType']

const formOf = (type: FieldType) => customFieldForm({ id: 'a', name: 'A', type })
const ofPhones = (defaultCountryCode: string) =>
  customFieldForm({ id: 'a', name: 'A', type: 'phone', defaultCountryCode })

describe('import-values', () => {
  test('a record has as many cells as the header, and its quotes are right', () => {
    const refusal = (cells: string[] | undefined) =>
      refusalOf(() => cellsMustFit(['a', 'b'], cells))

    expect(cellsMustFit(['a', 'b'], ['', ''])).toEqual(['', ''])
    for (const cells of [undefined, ['1'], ['1', '2', ''], []]) {
      expect(refusal(cells)).toMatchObject({ status: 422, rule: 'import-values' })
    }
    expect(refusal(['1'])?.rule).toBe('import-values')
  })

  test('values that cannot be read and columns that are unknown are refused, each of them', () => {
    const violations = ['a', 'b'].map((path) => ({ path, reason: 'must be a number' }))

    expect(refusalOf(() => valuesMustBeReadable([]))).toBeUndefined()
    expect(refusalOf(() => columnsMustBeKnown([]))).toBeUndefined()
    expect(refusalOf(() => valuesMustBeReadable(violations))).toMatchObject({
      rule: 'import-values',
      validationErrors: violations,
    })
    expect(refusalOf(() => columnsMustBeKnown(['a', 'b']))).toMatchObject({
      rule: 'import-values',
      validationErrors: [{ path: 'a' }, { path: 'b' }],
    })
  })
})

describe('the cell of a', () => {
  test.for([
    ['text', '=cmd|calc', '=cmd|calc'],
    ['text', ' Ada ', ' Ada '],
    ['text', '007', '007'],
    ['email', 'ada@example.com', 'ada@example.com'],
    ['radio', 'gold', 'gold'],
    ['checkbox', 'a|b', ['a', 'b']],
    ['checkbox', 'a', ['a']],
    ['checkbox', '|', ['', '']],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['boolean', 'TRUE', undefined],
    ['boolean', '1', undefined],
    ['integer', '0', 0],
    ['integer', '7', 7],
    ['integer', '-12', -12],
    ['integer', '1e+21', 1e21],
    ['integer', '1.5e+300', 1.5e300],
    ['integer', '+7', undefined],
    ['integer', '007', undefined],
    ['integer', '-0', undefined],
    ['integer', '7.0', undefined],
    ['integer', '1e3', undefined],
    ['integer', ' 7', undefined],
    ['integer', '0x7', undefined],
    ['decimal', '7', 7],
    ['decimal', '-0.50', -0.5],
    ['decimal', '1e-7', 1e-7],
    ['decimal', '0,5', undefined],
    ['decimal', '.5', undefined],
    ['decimal', '5.', undefined],
    ['decimal', '1.000,5', undefined],
    ['decimal', 'Infinity', undefined],
    ['date', '2026-01-31', '2026-01-31'],
    ['date', '2026-01-31T09:30:00.000Z', '2026-01-31T09:30:00.000Z'],
    ['date', '31/01/2026', undefined],
    ['date', '2026-1-31', undefined],
    ['date', '20260131', undefined],
    ['date', '2026-01-31x', undefined],
  ] as const)('%s field, %j, is read as %j', ([type, text, value]) => {
    expect(formOf(type).read(text)).toEqual(value)
  })

  test.for([
    ['600000001', '+34600000001'],
    ['34600000001', '+3434600000001'],
    ['+44600000001', '+44600000001'],
  ] as const)('phone field of Spain, %j, is read as %j', ([text, value]) => {
    expect(ofPhones('34').read(text)).toBe(value)
  })

  test.for([
    ['_birthdate', '1990-12-31', '1990-12-31T00:00:00.000Z'],
    ['_birthdate', '1990-12-31T09:30:00+01:00', '1990-12-31T09:30:00+01:00'],
    ['_birthdate', '31.12.1990', undefined],
    ['_points', '7', 7],
    ['_points', '7.5', undefined],
    ['_name', '7', '7'],
    ['_mobilePhone', '600000001', '600000001'],
    ['_newsletterSubscriptionStatus', 'subscribed', 'subscribed'],
  ] as const)('system field %s, %j, is read as %j', ([name, text, value]) => {
    expect(systemFieldForm(name).read(text)).toBe(value)
  })

  test.for([
    ['unitPrice', '9.95', 9.95],
    ['inStockUnits', '-3', -3],
    ['isBlacklisted', 'true', true],
    ['categories', 'Mugs/Blue|Gifts', ['Mugs/Blue', 'Gifts']],
    ['relatedExternalProductIds', 'a|b', ['a', 'b']],
    ['publishedAt', '2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['brand', 'true', 'true'],
  ] as const)('product’s %s, %j, is read as %j', ([name, text, value]) => {
    expect(productFieldForm(name)?.read(text)).toEqual(value)
  })

  test.for(['productId', 'id', 'createdAt', 'constructor', '__proto__'])(
    'product’s %s is not written',
    (name) => {
      expect(productFieldForm(name)).toBeUndefined()
    },
  )
})
