import { expect } from 'vitest'
import type { ApiError } from '../../../sdk/index.ts'
import { onEveryCarrier } from '../../support/carriers.ts'
import { collected } from '../../support/collected.ts'

/** So many bytes take their time in a browser. */
const patient = { timeout: 300_000 }

onEveryCarrier((test) => {
  test('ten imports can be queued, and another one when one is cancelled', async ({
    connectif,
    mock,
  }) => {
    const create = () =>
      connectif.imports.create({ type: 'contacts', file: '_email\na@b.example\n' })
    const imports = []
    for (let number = 0; number < 10; number++) imports.push(await create())

    const eleventh: ApiError = await create().then(
      () => expect.unreachable(),
      (error) => error,
    )
    await connectif.imports.cancel(imports[3]?.id ?? '')
    await create()
    mock.clock.advance({ minutes: 1 })

    expect([eleventh.status, eleventh.code, eleventh.rule]).toEqual([400, 'E0401', 'import-queue'])
    const statuses = (await collected(connectif.imports.list())).map(({ status }) => status)
    expect(statuses.filter((one) => one === 'finished')).toHaveLength(10)
    expect(statuses.filter((one) => one === 'cancelled')).toHaveLength(1)
  })

  test('lists go on over their pages, the newest first', async ({ connectif, mock }) => {
    const ids: string[] = []
    for (let number = 0; number < 60; number++) {
      ids.push((await connectif.exports.create({ exportType: 'contacts' })).id)
      mock.jobs.finish()
    }

    const listed = await collected(connectif.exports.list())

    expect(listed.map(({ id }) => id)).toEqual(ids.reverse())
    expect(mock.journal.calls({ operation: 'GET /exports/' })).toHaveLength(3)
  })

  test(
    'a file of more than 50 MB is refused, and nothing is queued',
    patient,
    async ({ connectif, mock }) => {
      const head = '_email\n'
      const file = head + 'x'.repeat(50_000_001 - head.length)

      const refused = connectif.imports.create({ type: 'contacts', file }, patient)

      await expect(refused).rejects.toMatchObject({ status: 413, rule: 'body-size' })
      expect(mock.imports.count).toBe(0)
    },
  )

  test('the journal has what was uploaded, and of a download its size', async ({
    connectif,
    mock,
  }) => {
    await connectif.imports.create({ type: 'contacts', file: '_externalId\nK1\n' })
    const { id } = await connectif.exports.create({ exportType: 'contacts' })
    mock.jobs.finish()
    await collected(connectif.exports.rows(id))

    const [upload] = mock.journal.calls({ operation: 'POST /imports/' })
    expect(upload?.requestBody).toContain('K1')
    const download = mock.journal.calls().at(-1)
    expect(download?.body).toMatch(/^\(a file of \d+ bytes\)$/)
    expect(download?.account).toBeUndefined()
    expect(JSON.stringify(mock.journal.calls())).not.toContain('secret')
  })
})
