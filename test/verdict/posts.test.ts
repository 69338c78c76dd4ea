import { describe, expect, test } from 'vitest'
import { formOf } from '../support/imports.ts'
import { aShop, found, purchase } from './clients.ts'

const post = 'POST /purchases/'
const lookUp = 'GET /purchases/purchase-id/T-1'

describe('a purchase that is sent again', () => {
  test('after it was created is a finding', async () => {
    const { mock, ask } = aShop()

    await ask(post, purchase)
    await ask(post, purchase)

    expect(found(mock)).toEqual([['purchase-sent-twice', [1, 2]]])
    expect(mock.verdict().findings[0]?.sentence).toBe(
      'The purchase T-1 was sent twice, without a look-up.',
    )
  })

  test.for([
    { kind: 'lost-reply' },
    { kind: 'truncate' },
    { kind: 'reset' },
    { kind: 'status', status: 503 },
    { kind: 'status', status: 408 },
  ] as const)('after %j is another finding', async (fault) => {
    const { mock, ask } = aShop()
    mock.faults.add(fault)

    await ask(post, purchase)
    await ask(post, purchase)

    expect(found(mock)).toEqual([['post-repeated', [1, 2]]])
  })

  test('after it was created, and looked up then, is none', async () => {
    const { mock, ask } = aShop()

    await ask(post, purchase)
    await ask(post, purchase)
    await ask(lookUp)

    expect(found(mock)).toEqual([])
  })

  test('is not sent by a call that meets a 429', async () => {
    const { mock, ask } = aShop()

    await ask(post, purchase)
    mock.faults.add({ kind: 'status', status: 429 })
    await ask(post, purchase)

    expect(found(mock)).toEqual([])
  })

  test('after a look-up of whose answer only the status has arrived is none', async () => {
    const { mock, ask } = aShop()
    mock.faults.add({ kind: 'reset' })
    mock.faults.add({ kind: 'truncate', on: 'GET /purchases/purchase-id/{id}' })

    await ask(post, purchase)
    await ask(lookUp)
    await ask(post, purchase)

    expect(found(mock)).toEqual([])
  })

  test('twice after it was created, and looked up after the second time, is one finding', async () => {
    const { mock, ask } = aShop()

    await ask(post, purchase)
    await ask(post, purchase)
    await ask(post, purchase)
    await ask(lookUp)

    expect(found(mock)).toEqual([['purchase-sent-twice', [1, 2]]])
  })

  test('after a lost reply, and looked up only then, is a finding', async () => {
    const { mock, ask } = aShop()
    mock.faults.add({ kind: 'lost-reply' })

    await ask(post, purchase)
    await ask(post, purchase)
    await ask(lookUp)

    expect(found(mock)).toEqual([['post-repeated', [1, 2]]])
  })

  test('twice while the first is under way is a finding', async () => {
    const { mock, ask } = aShop()

    await Promise.all([ask(post, purchase), ask(post, purchase)])

    expect(found(mock)).toEqual([['purchase-sent-twice', [1, 2]]])
  })

  test.for([
    ['after it was looked up', lookUp],
    ['after it was deleted', 'DELETE /purchases/purchase-id/T-1'],
  ])('%s is none', async ([, line = '']) => {
    const { mock, ask } = aShop()
    mock.faults.add({ kind: 'lost-reply' })

    await ask(post, purchase)
    await ask(line)
    await ask(post, purchase)

    expect(found(mock)).toEqual([])
  })

  test('after it was deleted by the id of Connectif is none', async () => {
    const { mock, ask } = aShop()

    await ask(post, purchase)
    await ask(`DELETE /purchases/${mock.purchases.all()[0]?.id}`)
    await ask(post, purchase)

    expect(found(mock)).toEqual([])
  })

  test('after a look-up whose answer was lost is a finding', async () => {
    const { mock, ask } = aShop()
    mock.faults.add({ kind: 'lost-reply', times: 2 })

    await ask(post, purchase)
    await ask(lookUp)
    await ask(post, purchase)

    expect(found(mock)).toEqual([['post-repeated', [1, 3]]])
  })

  test.for([400, 401, 422, 429])('after a %i, which created nothing, is none', async (status) => {
    const { mock, ask } = aShop()
    mock.faults.add({ kind: 'status', status })

    await ask(post, purchase)
    await ask(post, purchase)

    expect(found(mock)).toEqual([])
  })

  test('in another account is another purchase', async () => {
    const { mock, ask } = aShop()

    await ask(post, purchase)
    await ask(post, purchase, { key: 'other:secret' })

    expect(found(mock)).toEqual([])
  })
})

describe('another POST that is repeated', () => {
  const fields = { id: 'tier', name: 'Tier', type: 'text', required: false, tooltip: '' }
  const file = () => formOf('_email\nada@example.com\n')
  const posts = [
    ['POST /contact-fields/', () => fields, 'GET /contact-fields/'],
    ['POST /imports/', file, 'GET /imports/'],
  ] as const

  test.for(posts)('%s after a lost reply is a finding', async ([line, body]) => {
    const { mock, ask } = aShop()
    mock.faults.add({ kind: 'lost-reply' })

    await ask(line, body())
    await ask(line, body())

    expect(found(mock)).toEqual([['post-repeated', [1, 2]]])
  })

  test.for(posts)('%s after a look is none', async ([line, body, look]) => {
    const { mock, ask } = aShop()
    mock.faults.add({ kind: 'lost-reply' })

    await ask(line, body())
    await ask(look)
    await ask(line, body())

    expect(found(mock)).toEqual([])
  })

  test('with another body is none', async () => {
    const { mock, ask } = aShop()
    mock.faults.add({ kind: 'lost-reply' })

    await ask('POST /imports/', file())
    await ask('POST /imports/', formOf('_email\nbob@example.com\n'))

    expect(found(mock)).toEqual([])
  })
})
