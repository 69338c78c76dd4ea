import { describe, expect } from 'vitest'
import { test } from './steer.ts'

describe('faults', () => {
  test('are added, met, listed and removed', async ({ steer, call }) => {
    const on = 'GET /contacts/external-id/{externalId}'
    const fault = { kind: 'status', status: 503, headers: { 'Retry-After': '1' }, on, times: 2 }

    const added = await steer('POST faults', fault)
    const broken = await call('GET /contacts/external-id/1')

    expect([added.status, added.json]).toMatchObject([201, { id: 1, hits: 0 }])
    expect([broken.status, broken.headers.get('retry-after')]).toEqual([503, '1'])
    expect((await steer('GET faults')).json.faults).toMatchObject([
      { id: 1, hits: 1, options: { kind: 'status', status: 503, on, times: 2 } },
    ])
    expect((await steer('DELETE faults/1')).status).toBe(204)
    expect((await call('GET /contacts/external-id/1')).status).toBe(404)
    expect((await steer('DELETE faults/1')).status).toBe(404)
  })

  test('that meet all calls say so', async ({ steer, call }) => {
    const { json } = await steer('POST faults', { kind: 'status', status: 500, times: 'all' })
    const answers = [await call('GET /contacts/email/a@b.example'), await call('GET /products/1')]

    expect(json.options.times).toBe('all')
    expect(answers.map(({ status }) => status)).toEqual([500, 500])
  })

  test('are all removed', async ({ steer, mock }) => {
    await steer('POST faults', { kind: 'timeout' })
    await steer('POST faults', { kind: 'reset', on: ['POST /purchases/'], address: 'a', nth: 2 })

    expect((await steer('DELETE faults')).status).toBe(204)
    expect(mock.faults.list()).toEqual([])
  })

  test.for([
    [{}, 'kind must be one of status, delay'],
    [{ kind: 'toString' }, 'kind must be one of'],
    [{ kind: 'timeout', on: 'GET /nothing' }, 'on must name operations'],
    [{ kind: 'timeout', on: [1] }, 'on must name operations'],
    [{ kind: 'timeout', ms: 5 }, 'a fault of kind timeout has no ms'],
    [{ kind: 'timeout', address: 1 }, 'address must be a string'],
    [{ kind: 'timeout', nth: '1' }, 'nth must be a whole number'],
    [{ kind: 'timeout', times: 0 }, 'times must be a whole number between 1'],
    [{ kind: 'timeout', times: 'some' }, 'times must be a whole number'],
    [{ kind: 'delay' }, 'ms must be a whole number'],
    [{ kind: 'delay', ms: -1 }, 'ms must be a whole number between 0'],
    [{ kind: 'delay', ms: 3e9 }, 'between 0 and 2147483647'],
    [{ kind: 'status', status: 200 }, 'between 400 and 599'],
    [{ kind: 'status', status: 500, headers: [] }, 'headers must be an object'],
    [{ kind: 'status', status: 500, headers: { 'x-a': 'b\r\nx-c: d' } }, 'HTTP cannot carry'],
    [{ kind: 'status', status: 500, headers: { 'x a': 'b' } }, 'HTTP cannot carry'],
  ] as const)('of the kind %j are refused', async ([body, words], { steer, mock }) => {
    const { status, json } = await steer('POST faults', body)

    expect([status, json.error]).toEqual([422, expect.stringContaining(words)])
    expect(mock.faults.list()).toEqual([])
  })
})
