import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import type { FaultOptions, OperationKey } from '../../mock/index.ts'
import { aTwinToSendTo } from '../support/matching.ts'

const get = 'GET /contacts/email/{email}'
const patch = 'PATCH /contacts/email/{email}'
const ada = '/contacts/email/ada@example.com'
const bob = '/contacts/email/bob@example.com'
const down: FaultOptions = { kind: 'status', status: 503 }

/** A twin, and the statuses that it answers these lines with, one after the other. */
function aTwin() {
  const { mock, send } = aTwinToSendTo({ seed: { contacts: [aContact()] } })
  return { mock, send, statuses: (...lines: string[]) => lines.map((line) => send(line).status) }
}

describe('a fault is kept', () => {
  test('under an id of its own, listed in the order in which it was added, with its hits', () => {
    const { mock, send } = aTwin()

    const first = mock.faults.add({ ...down, times: 2 })
    const second = mock.faults.add({ kind: 'timeout' })
    send(`GET ${ada}`)

    expect(first.id).not.toBe(second.id)
    expect(mock.faults.list()).toEqual([
      { id: first.id, options: { ...down, times: 2 }, hits: 1 },
      { id: second.id, options: { kind: 'timeout' }, hits: 0 },
    ])
  })

  test('until it is removed; others stay', () => {
    const { mock, statuses } = aTwin()
    const { id } = mock.faults.add({ ...down, times: Number.POSITIVE_INFINITY })
    mock.faults.add({ ...down, on: patch })

    mock.faults.remove(id)
    mock.faults.remove(999)

    expect(mock.faults.list()).toHaveLength(1)
    expect(statuses(`GET ${ada}`)).toEqual([200])
  })

  test('until all are cleared; ids are not given again', () => {
    const { mock, statuses } = aTwin()
    const before = [mock.faults.add(down), mock.faults.add(down)].map(({ id }) => id)

    mock.faults.clear()

    expect(mock.faults.list()).toEqual([])
    expect(statuses(`GET ${ada}`)).toEqual([200])
    expect(before).not.toContain(mock.faults.add(down).id)
  })

  test('as it was added, whatever becomes of the given object or of the list', () => {
    const { mock, statuses } = aTwin()
    const on: OperationKey[] = [get]
    const options = { ...down, on, times: 1 }
    mock.faults.add(options)

    on.length = 0
    Object.assign(options, { times: 9 })
    Object.assign(mock.faults.list()[0] ?? {}, { hits: 9 })
    Object.assign(mock.faults.list()[0]?.options ?? {}, { times: 9 })

    expect(statuses(`GET ${ada}`, `GET ${ada}`)).toEqual([503, 200])
    expect(mock.faults.list()).toMatchObject([{ hits: 1, options: { times: 1 } }])
  })
})

describe('a fault meets', () => {
  test('by default one call, whatever its operation and address', () => {
    const { mock, statuses } = aTwin()
    mock.faults.add(down)

    expect(statuses('DELETE /purchases/purchase-id/1', `GET ${ada}`)).toEqual([503, 200])
  })

  test('the calls of one operation', () => {
    const { mock, statuses } = aTwin()
    mock.faults.add({ ...down, on: get, times: 2 })

    const lines = ['GET /contacts/ada@example.com', `GET ${ada}`, `DELETE ${bob}`, `GET ${ada}`]
    expect(statuses(...lines, `GET ${ada}`)).toEqual([200, 503, 204, 503, 200])
  })

  test('the calls of several operations, counted together', () => {
    const { mock, statuses } = aTwin()
    mock.faults.add({ ...down, on: [get, 'DELETE /contacts/email/{email}'], times: 2 })

    const lines = ['GET /contacts/ada@example.com', `DELETE ${bob}`, `GET ${ada}`, `GET ${ada}`]
    expect(statuses(...lines)).toEqual([200, 503, 503, 200])
  })

  test('a HEAD as a GET', () => {
    const { mock, statuses } = aTwin()
    mock.faults.add({ ...down, on: get })

    expect(statuses(`HEAD ${ada}`)).toEqual([503])
  })

  test('the calls to an address, decoded, and to no other', () => {
    const { mock, statuses } = aTwin()
    mock.faults.add({ ...down, address: 'A/ 1', times: Number.POSITIVE_INFINITY })

    const paths = ['A%2F%201', 'A', '1', 'a%2F%201'].map((id) => `GET /contacts/external-id/${id}`)
    expect(statuses(...paths, 'GET /products/product-id/A%2F%201')).toEqual([
      503, 404, 404, 404, 503,
    ])
  })

  test('from the nth matching call on', () => {
    const { mock, statuses } = aTwin()
    mock.faults.add({ ...down, on: get, address: 'ada@example.com', nth: 2, times: 2 })

    const lines = [`GET ${ada}`, `GET ${bob}`, `GET ${ada}`, `DELETE ${bob}`, `GET ${ada}`]
    expect(statuses(...lines, `GET ${ada}`)).toEqual([200, 404, 503, 204, 503, 200])
  })

  test('every call, with times: Infinity', () => {
    const { mock, statuses } = aTwin()
    mock.faults.add({ ...down, nth: 3, times: Number.POSITIVE_INFINITY })

    const many = statuses(...Array(50).fill(`GET ${ada}`))

    expect(many).toEqual([200, 200, ...Array(48).fill(503)])
    expect(mock.faults.list()).toMatchObject([{ hits: 48 }])
  })

  test('no call that the gate refuses before: another path or method, a bad key', () => {
    const { mock, send } = aTwin()
    mock.faults.add(down)

    const lines = ['GET /nothing', 'PUT /products/1', `OPTIONS ${ada}`]
    const refused = [...lines.map((line) => send(line)), send(`GET ${ada}`, undefined, 'bad')]

    expect(refused.map(({ status }) => status)).toEqual([404, 405, 204, 401])
    expect(mock.faults.list()).toMatchObject([{ hits: 0 }])
  })

  test('a call before its body is looked at', () => {
    const { mock, send } = aTwin()
    mock.faults.add(down)

    expect(send(`PATCH ${ada}`, '{').status).toBe(503)
  })
})

describe('several faults on one call', () => {
  test('the first in place decides, the next one keeps its turn', () => {
    const { mock, statuses } = aTwin()
    mock.faults.add(down)
    mock.faults.add({ kind: 'status', status: 500 })

    expect(statuses(...Array(3).fill(`GET ${ada}`))).toEqual([503, 500, 200])
    expect(mock.faults.list()).toMatchObject([{ hits: 1 }, { hits: 1 }])
  })

  test('nth counts the calls that match, also those that another fault met', () => {
    const { mock, statuses } = aTwin()
    mock.faults.add(down)
    mock.faults.add({ kind: 'status', status: 500, nth: 2 })

    expect(statuses(...Array(3).fill(`GET ${ada}`))).toEqual([503, 500, 200])
  })

  test('a fault whose turn is over, or has not come, leaves the call to the next one', () => {
    const { mock, statuses } = aTwin()
    mock.faults.add({ ...down, nth: 2 })
    mock.faults.add({ kind: 'status', status: 500, times: Number.POSITIVE_INFINITY })

    expect(statuses(...Array(3).fill(`GET ${ada}`))).toEqual([500, 503, 500])
  })
})

test('the same calls meet the same faults, in every account alike', () => {
  const seed = { contacts: [aContact()], products: [aProduct()], purchases: [aPurchase()] }
  const live = () => {
    const { mock, send } = aTwinToSendTo({ seed })
    mock.faults.add({ ...down, nth: 2, times: 2 })
    return ['a:1', 'b:2', 'a:1', 'b:2'].map((key) => send(`GET ${ada}`, undefined, key))
  }

  expect(live().map(({ status }) => status)).toEqual([200, 503, 503, 200])
  expect(live()).toEqual(live())
})
