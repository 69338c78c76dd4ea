import { expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { type Behaviors, createMock } from '../../mock/index.ts'
import { askFreely, callOf } from '../support/ask.ts'
import { misfits } from '../support/contract-answers.ts'

const { productId, ...product } = aProduct()
const seed = { contacts: [aContact()], products: [aProduct()], purchases: [aPurchase()] }
const twin = (behaviors: Partial<Behaviors> = {}) => createMock({ seed, behaviors })

test.for([
  [{}, 200],
  [{ createdByPatch: 200 }, 200],
  [{ createdByPatch: 201 }, 201],
] as const)(
  'with %j, a PATCH that creates answers %i, one that updates 200',
  ([behaviors, created]) => {
    const mock = twin(behaviors)
    const lines = ['PATCH /contacts/external-id/new', 'PATCH /contacts/new@example.com']

    for (const line of lines) {
      expect([askFreely(mock, line, {}), askFreely(mock, line, {})]).toMatchObject([
        { status: created },
        { status: 200 },
      ])
    }
    expect(askFreely(mock, 'PATCH /products/product-id/new', product).status).toBe(created)
    expect(askFreely(mock, `PATCH /products/product-id/${productId}`, product).status).toBe(200)
  },
)

test.for([{}, { nullInPatch: 'refuse' }] as const)('with %j, null is refused', (behaviors) => {
  const mock = twin(behaviors)

  const reply = askFreely(mock, 'PATCH /contacts/email/ada@example.com', { _name: null })

  expect(reply).toMatchObject({ status: 422, rule: 'patch-null' })
  expect(mock.contacts.find({ email: 'ada@example.com' })?._name).toBe('Ada')
})

test('with nullInPatch "clear", null clears a field; unset, it is gone from the contact', () => {
  const mock = twin({ nullInPatch: 'clear' })

  const reply = askFreely(mock, 'PATCH /contacts/email/ada@example.com', {
    _name: null,
    _points: 3,
  })

  expect(reply).toMatchObject({ status: 200, json: { _points: 3 } })
  expect(mock.contacts.find({ email: 'ada@example.com' })).not.toHaveProperty('_name')
})

test('with nullInPatch "clear", a cleared External ID is free for another contact', () => {
  const mock = twin({ nullInPatch: 'clear' })
  askFreely(mock, 'PATCH /contacts/email/ada@example.com', { _externalId: null })

  const taking = askFreely(mock, 'PATCH /contacts/email/b@example.com', {
    _externalId: 'POS-000001',
  })

  expect(taking.status).toBe(200)
  expect(mock.contacts.find({ externalId: 'POS-000001' })?._email).toBe('b@example.com')
})

test('with nullInPatch "clear", an unknown or read-only field is still refused', () => {
  const mock = twin({ nullInPatch: 'clear' })
  const before = mock.contacts.all()

  for (const field of ['nonsense', '_createdAt', 'id', '_email', '_totalPurchases']) {
    const reply = askFreely(mock, 'PATCH /contacts/email/ada@example.com', { [field]: null })
    expect(reply, field).toMatchObject({ status: 422, rule: 'field-known' })
  }
  const older = askFreely(mock, 'PATCH /contacts/ada@example.com', { _externalId: null })
  expect(older).toMatchObject({ status: 422, rule: 'legacy-path' })
  expect(mock.contacts.all()).toEqual(before)
})

test.for([{}, { replaceIdentifier: 'allow' }] as const)(
  'with %j, both identifiers are replaced',
  (behaviors) => {
    const mock = twin(behaviors)

    askFreely(mock, 'PATCH /contacts/email/ada@example.com', { _externalId: '2' })
    askFreely(mock, 'PATCH /contacts/external-id/2', { _email: 'b@example.com' })

    expect(mock.contacts.all()).toMatchObject([{ _externalId: '2', _email: 'b@example.com' }])
    expect(mock.contacts.find({ email: 'ada@example.com' })).toBeUndefined()
  },
)

test('with replaceIdentifier "refuse", neither identifier is replaced', () => {
  const mock = twin({ replaceIdentifier: 'refuse' })
  const before = mock.contacts.all()

  const replies = [
    askFreely(mock, 'PATCH /contacts/email/ada@example.com', { _externalId: '2' }),
    askFreely(mock, 'PATCH /contacts/external-id/POS-000001', { _email: 'b@example.com' }),
  ]

  const refused = { status: 422, rule: 'external-id-single' }
  expect(replies).toMatchObject([refused, refused])
  expect(mock.contacts.all()).toEqual(before)
})

test.for([
  [{}, 204],
  [{ deleteUnknownContact: 204 }, 204],
  [{ deleteUnknownContact: 404 }, 404],
] as const)('with %j, deleting an unknown contact answers %i', ([behaviors, status]) => {
  const mock = twin(behaviors)

  for (const path of ['/contacts/email/nobody@example.com', '/contacts/external-id/none']) {
    expect(askFreely(mock, `DELETE ${path}`).status).toBe(status)
  }
  expect(askFreely(mock, 'DELETE /contacts/external-id/POS-000001').status).toBe(204)
})

test.for([{}, { repeatedPurchaseId: 'refuse' }] as const)(
  'with %j, a repeated purchase id is refused',
  (behaviors) => {
    const mock = twin(behaviors)

    const reply = askFreely(mock, 'POST /purchases/', aPurchase({ totalPrice: 1 }))

    expect(reply).toMatchObject({ status: 422, rule: 'purchase-id-unique' })
    expect(mock.purchases.count).toBe(1)
  },
)

test('with repeatedPurchaseId "existing", the existing purchase answers, unchanged', () => {
  const mock = twin({ repeatedPurchaseId: 'existing' })
  const before = mock.contacts.all()

  const reply = askFreely(mock, 'POST /purchases/', aPurchase({ totalPrice: 1 }))

  expect(reply).toMatchObject({ status: 201, json: mock.purchases.all()[0] })
  expect(mock.purchases.count).toBe(1)
  expect(mock.contacts.all()).toEqual(before)
})

test.for([{}, { unauthorizedBody: 'empty' }] as const)(
  'with %j, a 401 has no body',
  (behaviors) => {
    const mock = twin(behaviors)

    const answer = mock.handle(callOf('GET /contacts/external-id/42', undefined, { headers: {} }))

    expect(answer).toMatchObject({ status: 401, body: '' })
    expect(answer.headers).not.toHaveProperty('content-type')
  },
)

test('with unauthorizedBody "http-error", a 401 has the body of other refusals', () => {
  const mock = twin({ unauthorizedBody: 'http-error' })

  const answer = mock.handle(callOf('GET /contacts/external-id/42', undefined, { headers: {} }))

  expect(answer).toMatchObject({ status: 401, headers: { 'content-type': 'application/json' } })
  expect(misfits('HttpError', JSON.parse(answer.body))).toBeUndefined()
})
