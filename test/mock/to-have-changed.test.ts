import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { matchers } from '../../mock/vitest.ts'
import { aTwinToSendTo, messageOf } from '../support/matching.ts'

const ada = { email: 'ada@example.com' }

describe('toHaveChanged', () => {
  const shop = { contacts: [aContact()], products: [aProduct()] }

  test('counts what changed since the accounts were opened, exactly', () => {
    const { mock, send } = aTwinToSendTo({ seed: shop })
    expect(mock).toHaveChanged({})
    expect(mock).toHaveChanged({ contacts: { created: 0 }, purchases: {} })

    send('PATCH /contacts/email/bob@example.com', {})
    send('POST /purchases/', aPurchase())

    const changes = { contacts: { created: 1, updated: 1 }, purchases: { created: 1 } }
    expect(mock).toHaveChanged(changes)
    expect(mock).toHaveChanged({ ...changes, products: { deleted: 0 } })
    expect(mock).not.toHaveChanged({ ...changes, products: { deleted: 1 } })
    expect(mock).not.toHaveChanged({ contacts: { created: 1, updated: 1 } })
    expect(mock).not.toHaveChanged({ contacts: { created: 1 }, purchases: { created: 1 } })
    expect(mock).not.toHaveChanged({})
  })

  test('counts what changed since a snapshot', () => {
    const { mock, send } = aTwinToSendTo({ seed: shop })
    send('PATCH /contacts/email/bob@example.com', {})
    const since = mock.snapshot()
    expect(mock).toHaveChanged({}, { since })

    send('DELETE /contacts/email/bob@example.com')

    expect(mock).toHaveChanged({ contacts: { deleted: 1 } }, { since })
    expect(mock).toHaveChanged({}, {})
  })

  test('counts all accounts together, declared ones too, each from its own seed', () => {
    const accounts = {
      main: { keys: { 'a:1': ['contacts:write'] as const }, seed: shop },
      other: { keys: { 'b:2': ['contacts:write'] as const }, seed: {} },
    }
    const { mock, send } = aTwinToSendTo({ accounts })
    expect(mock).toHaveChanged({})

    send('PATCH /contacts/email/bob@example.com', {}, 'a:1')
    send('PATCH /contacts/email/bob@example.com', {}, 'b:2')

    expect(mock).toHaveChanged({ contacts: { created: 2 } })
  })

  test('a reset starts the count again', () => {
    const { mock, send } = aTwinToSendTo({ seed: shop })
    send('DELETE /contacts/email/ada@example.com')
    expect(mock).toHaveChanged({ contacts: { deleted: 1 } })

    mock.reset()

    expect(mock).toHaveChanged({})
  })

  test('what fell due on the clock counts', () => {
    const { mock } = aTwinToSendTo()
    mock
      .account('test:secret')
      .tracking.web()
      .pageView({ trackerId: 't', url: 'https://shop.example.com/' })
    const since = mock.snapshot()

    mock.clock.advance({ days: 90 })

    expect(mock).toHaveChanged({ contacts: { deleted: 1 } }, { since })
  })

  test('the message shows the counts that differ, and what changed', () => {
    const { mock, send } = aTwinToSendTo({ seed: shop })
    send('PATCH /contacts/external-id/42', {})
    send('PATCH /contacts/email/bob@example.com', {})
    send('PATCH /contacts/email/ada@example.com', { _points: 8 })
    send('DELETE /products/product-id/BOOT-0001')

    expect(
      messageOf(() => expect(mock).toHaveChanged({ contacts: { created: 1 } })),
    ).toBe(`expect(mock).toHaveChanged({"contacts": {"created": 1}})

- Expected
+ Received

  {
    "contacts": {
-     "created": 1,
+     "created": 2,
+     "updated": 1,
+   },
+   "products": {
+     "deleted": 1,
    },
  }

contacts created: 42, bob@example.com
contacts updated: ada@example.com (_points)
products deleted: BOOT-0001`)
  })

  test('the message says that nothing changed, also behind .not', () => {
    const { mock } = aTwinToSendTo()

    const tooFew = messageOf(() => expect(mock).toHaveChanged({ contacts: { created: 1 } }))
    expect(tooFew).toMatch(/\n\nNothing changed\.$/)
    expect(messageOf(() => expect(mock).not.toHaveChanged({}))).toBe(
      'expect(mock).not.toHaveChanged({})\n\nNothing changed.',
    )
  })
})

test.for([undefined, null, {}, 'mock', { journal: {} }])('%j is no twin', (value) => {
  const about = 'is about a twin: expect(mock), where mock is made by createMock'

  expect(messageOf(() => expect(value).toHaveUpserted(ada))).toBe(`toHaveUpserted ${about}`)
  expect(messageOf(() => expect(value).not.toHaveChanged({}))).toBe(`toHaveChanged ${about}`)
})

test('the matchers can be given to an expect by hand', ({ expect: own }) => {
  const { mock, send } = aTwinToSendTo()
  send('PATCH /contacts/email/ada@example.com', {})

  own.extend(matchers)

  own(mock).toHaveUpserted(ada)
  own(mock).toHaveChanged({ contacts: { created: 1 } })
})
