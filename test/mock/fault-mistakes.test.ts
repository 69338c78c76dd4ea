import { describe, expect, test } from 'vitest'
import { createMock, type FaultOptions } from '../../mock/index.ts'

const { NaN: none, POSITIVE_INFINITY: endless } = Number

/** What is refused, and a word of the message that says why. */
const mistakes: [object, RegExp][] = [
  [{}, /kind/],
  [{ kind: 'explode' }, /explode|kind/],
  [{ kind: 'toString' }, /kind/],
  [{ kind: 'Timeout' }, /kind/],
  [{ kind: null }, /kind/],

  [{ kind: 'timeout', on: 'GET /nothing' }, /GET \/nothing|operation/],
  [{ kind: 'timeout', on: 'PATCH /contacts/email/ada@example.com' }, /operation/],
  [{ kind: 'timeout', on: 'getContactByEmail' }, /operation/],
  [{ kind: 'timeout', on: ['POST /purchases/', 'POST /purchases'] }, /operation/],
  [{ kind: 'timeout', on: '' }, /operation/],
  [{ kind: 'timeout', on: [] }, /operation/],
  [{ kind: 'timeout', on: null }, /operation/],

  [{ kind: 'status' }, /status/],
  [{ kind: 'status', status: 200 }, /status/],
  [{ kind: 'status', status: 399 }, /status/],
  [{ kind: 'status', status: 600 }, /status/],
  [{ kind: 'status', status: 500.5 }, /status/],
  [{ kind: 'status', status: '500' }, /status/],
  [{ kind: 'status', status: none }, /status/],
  [{ kind: 'status', status: -500 }, /status/],

  [{ kind: 'delay' }, /ms/],
  [{ kind: 'delay', ms: -1 }, /ms/],
  [{ kind: 'delay', ms: none }, /ms/],
  [{ kind: 'delay', ms: 0.5 }, /ms/],
  [{ kind: 'delay', ms: '5' }, /ms/],
  [{ kind: 'delay', ms: endless }, /ms/],
  [{ kind: 'slow-body', ms: none }, /ms/],
  [{ kind: 'slow-body' }, /ms/],

  [{ kind: 'timeout', nth: 0 }, /nth/],
  [{ kind: 'timeout', nth: -1 }, /nth/],
  [{ kind: 'timeout', nth: 1.5 }, /nth/],
  [{ kind: 'timeout', nth: none }, /nth/],
  [{ kind: 'timeout', nth: '2' }, /nth/],
  [{ kind: 'timeout', nth: endless }, /nth/],
  [{ kind: 'timeout', times: 0 }, /times/],
  [{ kind: 'timeout', times: 1.5 }, /times/],
  [{ kind: 'timeout', times: none }, /times/],
  [{ kind: 'timeout', times: 'all' }, /times/],
]

/** Headers that HTTP cannot carry, and the name that the message has. */
const headers: [object, RegExp][] = [
  [{ 'retry-after': '1\r\nset-cookie: a=b' }, /retry-after/],
  [{ 'retry-after': '1\n' }, /retry-after/],
  [{ 'retry-after': '1\0' }, /retry-after/],
  [{ 'x-note': 'Ñandú – 鳥' }, /x-note/],
  [{ 'x note': '1' }, /x note/],
  [{ 'x-note:': '1' }, /x-note/],
  [{ '': '1' }, /header/],
  [{ 'retry-after': null }, /retry-after/],
]

/** Longer than a timer can wait: it would end at once. */
const tooLong = 2 ** 31

describe('a fault that makes no sense is an Error that names what is wrong', () => {
  test.for(mistakes)('%j', ([fault, words], { expect }) => {
    const { faults } = createMock()

    expect(() => faults.add(fault as FaultOptions)).toThrow(words)
    expect(() => faults.add(fault as FaultOptions)).not.toThrow(TypeError)
    expect(faults.list()).toEqual([])
  })

  test.for(headers)('headers %j', ([headers, words], { expect }) => {
    const { faults } = createMock()
    const fault = { kind: 'status', status: 503, headers } as FaultOptions

    expect(() => faults.add(fault)).toThrow(words)
    expect(() => faults.add(fault)).not.toThrow(TypeError)
    expect(faults.list()).toEqual([])
  })

  test.for(['delay', 'slow-body'] as const)('%s of more than a timer can wait', (kind) => {
    const { faults } = createMock()

    expect(() => faults.add({ kind, ms: tooLong })).toThrow(/ms/)
    expect(faults.list()).toEqual([])
  })

  test.for([null, undefined, 'timeout', 7])('%j, which is no object', (fault) => {
    const { faults } = createMock()

    expect(() => faults.add(fault as never)).toThrow(/fault/)
    expect(() => faults.add(fault as never)).not.toThrow(TypeError)
  })
})

test.for<FaultOptions>([
  { kind: 'status', status: 400 },
  { kind: 'status', status: 599 },
  { kind: 'status', status: 429, headers: { 'Retry-After': '1', 'x-note': 'caf\xe9' } },
  { kind: 'delay', ms: 0 },
  { kind: 'slow-body', ms: tooLong - 1 },
  { kind: 'timeout', nth: 1, times: 1 },
  { kind: 'reset', times: endless },
  { kind: 'truncate', on: 'POST /purchases/' },
  { kind: 'lost-reply', on: ['POST /purchases/', 'GET /purchases/{id}'], address: '' },
  { kind: 'duplicate', address: 'ada@example.com' },
])('%j makes sense', (fault) => {
  const { faults } = createMock()

  expect(faults.add(fault)).toMatchObject({ hits: 0 })
  expect(faults.list()).toHaveLength(1)
})
