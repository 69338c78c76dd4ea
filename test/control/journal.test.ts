import { describe, expect } from 'vitest'
import { test } from './steer.ts'

describe('the journal', () => {
  test.beforeEach(async ({ call, steer }) => {
    await call('PATCH /contacts/external-id/1', { _name: 'Ada' })
    await call('PATCH /contacts/external-id/2', { _points: 'x' })
    await call('GET /contacts/external-id/2', undefined, 'other:1')
    await steer('GET state')
  })

  test('has the calls to the API, and none that steered', async ({ steer, mock }) => {
    const { json } = await steer('GET journal')

    expect(json).toEqual({ total: 3, calls: JSON.parse(JSON.stringify(mock.journal.calls())) })
    expect(mock.journal.count).toBe(3)
  })

  test.for([
    ['operation=PATCH%20/contacts/external-id/%7BexternalId%7D', [1, 2]],
    ['method=GET', [3]],
    ['status=422', [2]],
    ['rule=body-shape', [2]],
    ['account=other', [3]],
    ['address=2', [2, 3]],
    ['address=2&method=GET', [3]],
    ['fault=delay', []],
  ] as const)('is searched by %s', async ([query, numbers], { steer }) => {
    const { json } = await steer(`GET journal?${query}`)

    expect(json.calls.map(({ number }: { number: number }) => number)).toEqual(numbers)
  })

  test('gives the last calls where there are more', async ({ steer }) => {
    const { json } = await steer('GET journal?limit=2')

    expect(json).toMatchObject({ total: 3, calls: [{ number: 2 }, { number: 3 }] })
  })

  test.for(['statsu=1', 'status=ok', 'limit=0', 'number=1'])(
    'refuses the query %s',
    async (query, { steer }) => {
      expect((await steer(`GET journal?${query}`)).status).toBe(400)
    },
  )

  test('is cleared', async ({ steer, mock }) => {
    expect((await steer('DELETE journal')).status).toBe(204)
    expect(mock.journal.calls()).toEqual([])
  })

  test('counts how often a rule refused', async ({ steer, mock }) => {
    const { json } = await steer('GET rules')

    const refused = json.rules.filter((one: { refused: number }) => one.refused > 0)
    expect(refused).toMatchObject([{ id: 'body-shape', grade: 'documented', refused: 1 }])
    expect(json.rules.map(({ refused: _, ...facts }: { refused: number }) => facts)).toEqual(
      mock.rules,
    )
  })
})
