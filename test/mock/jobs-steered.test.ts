import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { clock } from '../support/carriers.ts'
import { imported, stateOf } from '../support/jobs.ts'
import { aTwin } from '../support/twin.ts'

describe('a test steers jobs', () => {
  test('finish ends all of them, without letting time pass', async () => {
    const { mock, connectif } = aTwin()
    for (const prefix of ['A', 'B']) await imported(connectif, 20, prefix)
    await connectif.exports.create({ exportType: 'contacts' })

    mock.jobs.finish()

    expect(stateOf(mock)).toEqual([
      ['finished', 20],
      ['finished', 20],
    ])
    expect(mock.exports.all()).toMatchObject([{ status: 'finished', total: 40 }])
    expect(mock.clock.now().toISOString()).toBe(clock)
  })

  test('fail ends one in an error; what it has written stays', async () => {
    const { mock, connectif } = aTwin({ jobs: { recordsPerSecond: 1 } })
    const { id } = await imported(connectif, 10)
    mock.clock.advance({ seconds: 2 })

    mock.jobs.fail(id)
    mock.clock.advance({ hours: 1 })

    expect(await connectif.imports.waitFor(id)).toMatchObject({ status: 'error', success: 2 })
    expect(mock.contacts.count).toBe(2)
    expect(() => mock.jobs.fail(id)).toThrow('has not ended')
  })

  test('fail ends an export, which then has no file', async () => {
    const { mock, connectif } = aTwin()
    const { id } = await connectif.exports.create({ exportType: 'contacts' })

    mock.jobs.fail(id)

    expect(await connectif.exports.waitFor(id)).not.toHaveProperty('fileUrl')
    await expect(connectif.exports.download(id)).rejects.toThrow('error')
  })

  test.for([
    [{ startAfter: -1 }, 'startAfter'],
    [{ startAfter: Number.NaN }, 'startAfter'],
    [{ recordsPerSecond: 0 }, 'recordsPerSecond'],
    [{ recordsPerSecond: Number.NaN }, 'recordsPerSecond'],
  ] as const)('%j is refused', ([jobs, name]) => {
    expect(() => createMock({ jobs })).toThrow(name)
  })
})
