import { describe, expect, test } from 'vitest'
import { createMock, type MockOptions } from '../../mock/index.ts'
import { iso } from '../../mock/state/moment.ts'
import { ask, askFreely } from '../support/ask.ts'
import { runScript } from '../support/script.ts'

describe('createMock', () => {
  test.for(['yesterday', '', '2026-13-01'])(
    'a clock that is not a moment, %j, is an Error',
    (clock) => {
      expect(() => createMock({ clock })).toThrow(`clock is not a moment: ${clock}`)
    },
  )

  test.for(['2026-01-01T00:00:00Z', '2026-01-01', new Date('2026-01-01')])(
    'a clock at %s stands still',
    (clock) => {
      const reply = ask(createMock({ clock }), 'PATCH /contacts/external-id/42', {})

      expect(reply.json).toMatchObject({ _createdAt: '2026-01-01T00:00:00.000Z' })
    },
  )

  test('without a clock, time is that of the machine', () => {
    const before = Date.now()
    const reply = ask(createMock(), 'PATCH /contacts/external-id/42', {})
    const at = Date.parse(String(reply.json?._createdAt))

    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThanOrEqual(Date.now())
  })

  test.for([
    [{ nullInPach: 'clear' }, 'behaviors has no nullInPach: "clear"'],
    [{ toString: 'clear' }, 'behaviors has no toString: "clear"'],
    [{ nullInPatch: 'delete' }, 'behaviors has no nullInPatch: "delete"'],
    [{ createdByPatch: '201' }, 'behaviors has no createdByPatch: "201"'],
  ])('a switch or a choice that is none, %j, is an Error', ([behaviors, message]) => {
    expect(() => createMock({ behaviors } as MockOptions)).toThrow(message as string)
  })

  test.for(['', 'id', ':secret', 'id:', 'i d:secret', 'id:secret\n'])(
    'an account of %j, which is no API key, is an Error',
    (apiKey) => {
      expect(() => createMock().account(apiKey)).toThrow('an API key is "keyId:keySecret"')
    },
  )

  test.for([
    [{ behaviors: { nullInPatch: undefined } }, 'refuse'],
    [{ behaviors: {} }, 'refuse'],
  ] as const)('switches that are left out are the strict ones: %j', ([options]) => {
    const mock = createMock(options as MockOptions)

    const reply = askFreely(mock, 'PATCH /contacts/external-id/42', { _name: null })

    expect(reply).toMatchObject({ status: 422, rule: 'patch-null' })
  })

  test('no URL of a product is outside when no domains are given', () => {
    const product = { name: 'a', productDetailUrl: 'https://any.example/', unitPrice: 1 }

    expect(ask(createMock(), 'PATCH /products/product-id/1', product).status).toBe(200)
  })
})

describe('the same calls', () => {
  test('give the same bytes, ids included', () => {
    const [one, other] = [runScript(), runScript()]

    expect(one.length).toBeGreaterThan(40)
    expect(other).toEqual(one)
  })

  test('give the same bytes after a reset', () => {
    const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
    const line = 'PATCH /contacts/external-id/42'
    const first = ask(mock, line, { _name: 'Ada' })

    mock.reset()

    expect(ask(mock, line, { _name: 'Ada' })).toEqual(first)
  })

  test('give ids in the order of creation, 24 hexadecimal characters', () => {
    const mock = createMock()

    const ids = ['a', 'b'].map((id) => ask(mock, `PATCH /contacts/external-id/${id}`, {}).json?.id)

    expect(ids).toEqual(['000000000000000000000001', '000000000000000000000002'])
  })
})

describe('iso()', () => {
  test.for([
    0,
    -1,
    1,
    999,
    Date.UTC(1969, 11, 31, 23, 59, 59, 999),
    Date.UTC(2026, 0, 1),
    Date.UTC(2026, 0, 1, 23, 59, 59, 999),
    Date.UTC(2024, 1, 29, 12, 34, 56, 7),
    Date.UTC(1900, 0, 1),
    Date.UTC(9999, 11, 31, 23, 59, 59, 999),
    -62_198_755_200_000,
  ])('writes %i as toISOString does', (moment) => {
    expect(iso(moment)).toBe(new Date(moment).toISOString())
  })

  test('moments of changing days do not disturb each other', () => {
    const days = [0, 400, 0, -400, 1].map((day) => day * 86_400_000 + 5)

    expect(days.map(iso)).toEqual(days.map((moment) => new Date(moment).toISOString()))
  })
})
