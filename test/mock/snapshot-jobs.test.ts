import { describe, expect, test } from 'vitest'
import { imported } from '../support/jobs.ts'
import { aTwin } from '../support/twin.ts'

describe('a snapshot', () => {
  test.for(['of this process', 'read from JSON'])(
    '%s goes on where an import was',
    async (from) => {
      const { mock, connectif } = aTwin({ jobs: { recordsPerSecond: 1 } })
      const { id } = await imported(connectif, 4)
      await connectif.exports.create({ exportType: 'contacts' })
      mock.segments.define('mine', { externalId: { startsWith: 'K' } })
      mock.clock.advance({ seconds: 2 })
      const taken = mock.snapshot()
      mock.clock.advance({ hours: 1 })
      const after = mock.snapshot()

      mock.restore(from === 'of this process' ? taken : JSON.parse(JSON.stringify(taken)))
      expect(mock.imports.find({ id })).toMatchObject({ status: 'inProgress', success: 2 })
      mock.clock.advance({ hours: 1 })

      expect(mock.snapshot()).toEqual(after)
      expect(mock.segments.contacts('mine')).toHaveLength(4)
    },
  )

  test('has files as text, and gives them back', async () => {
    const { mock, connectif } = aTwin()
    const { id } = await connectif.exports.create({ exportType: 'contacts' })
    mock.jobs.finish()
    const { file } = mock.exports.find({ id }) ?? {}

    mock.restore(JSON.parse(JSON.stringify(mock.snapshot())))

    expect(mock.exports.find({ id })?.file).toEqual(file)
  })

  test.for([
    ['imports', { status: 'paused' }],
    ['imports', { total: -1 }],
    ['imports', { success: 9 }],
    ['imports', { unread: undefined }],
    ['imports', { report: [[{ line: 1 }]] }],
    ['imports', { createdAt: 'today' }],
    ['imports', { type: 'segments' }],
    ['imports', { options: null }],
    ['exports', { file: '*' }],
    ['exports', { status: 'queued' }],
    ['exports', { delimiter: '|' }],
    ['exports', { exportType: 'coupons' }],
    ['exports', { exportType: 'activities' }],
    ['exports', { exportType: 'data-explorer', filters: { reportId: 'none' } }],
    ['exports', { filters: { fromDate: 'today' } }],
  ] as const)('with %s of %j is refused', async ([kind, flaw]) => {
    const { mock, connectif } = aTwin()
    await connectif.exports.create({ exportType: 'contacts' })
    mock.jobs.finish()
    await imported(connectif, 2)
    const snapshot = JSON.parse(JSON.stringify(mock.snapshot()))
    Object.assign(snapshot.accounts.test[kind][0], flaw)

    expect(() => mock.restore(snapshot)).toThrow(`${kind}[0] of account test`)
  })
})
