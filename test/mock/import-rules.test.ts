import { describe, expect, test } from 'vitest'
import {
  cancelled,
  importOptionsMustAgree,
  importsMustNotPileUp,
} from '../../mock/rules/imports.ts'
import type { ImportRow } from '../../mock/state/job-rows.ts'
import { anAccount, refusalOf } from '../support/accounts.ts'
import { aTwin, call, formOf, imported } from '../support/imports.ts'

const file = '_email,_name\nada@example.com,Ada\nbob@example.com,Bob\n'
const options = { delimiter: ',', overrideExisting: false, updateOnlyEmptyFields: false } as const
const anImport = (id: number, status: ImportRow['status']): ImportRow => ({
  id: String(id).padStart(24, '0'),
  type: 'contacts',
  status,
  options,
  createdAt: 0,
  total: 9,
  success: 1,
  errors: 0,
  report: [],
  unread: { bytes: new Uint8Array(), header: [], at: 0, line: 1 },
})

describe('import-options', () => {
  test.for([
    ['contacts', { overrideExisting: false, updateOnlyEmptyFields: false }, undefined],
    ['contacts', { overrideExisting: true, updateOnlyEmptyFields: false }, undefined],
    ['products', { overrideExisting: true, updateOnlyEmptyFields: true }, undefined],
    ['contacts', { overrideExisting: false, updateOnlyEmptyFields: true }, 'updateOnlyEmptyFields'],
    ['products', { ...options, couponSetId: '1' }, 'couponSetId'],
    ['coupons', { ...options, couponSetId: '1' }, undefined],
    ['coupons', options, 'couponSetId'],
  ] as const)('%s with %j are refused: %s', ([type, given, path], { expect }) => {
    const refusal = refusalOf(() => importOptionsMustAgree(type, { ...options, ...given }))

    const refused = { status: 422, rule: 'import-options', validationErrors: [{ path }] }
    if (path === undefined) expect(refusal).toBeUndefined()
    else expect(refusal).toMatchObject(refused)
  })

  test('a refused import is not queued', async () => {
    const mock = aTwin()
    const form = formOf(file, { overrideExisting: 'false', updateOnlyEmptyFields: 'true' })

    const reply = await call(mock, 'POST /imports/', form)

    expect(reply).toMatchObject({ status: 422, rule: 'import-options' })
    expect((await call(mock, 'GET /imports/')).json.results).toEqual([])
  })

  test.for([
    ['type', 'people'],
    ['delimiter', '|'],
    ['delimiter', null],
    ['overrideExisting', 'yes'],
    ['overrideExisting', null],
    ['updateOnlyEmptyFields', null],
    ['updateOnlyEmptyFields', ''],
    ['couponSetId', ''],
    ['other', '1'],
  ] as const)('a form whose %s is %j is refused', async ([path, value], { expect }) => {
    const reply = await call(aTwin(), 'POST /imports/', formOf(file, { [path]: value }))

    expect(reply).toMatchObject({ status: 422, rule: 'body-shape' })
    expect(reply.json.validationErrors).toMatchObject([{ path }])
  })
})

describe('import-queue', () => {
  const queue = (statuses: readonly ImportRow['status'][]) => {
    const account = anAccount()
    for (const [at, status] of statuses.entries()) account.imports.put(anImport(at, status))
    return refusalOf(() => importsMustNotPileUp(account))
  }

  test('ten imports that have not ended are the most, whatever has ended', () => {
    const nine = Array(8).fill('queued').concat('inProgress')
    const ended = ['finished', 'error', 'cancelled'] as const

    expect(queue([...nine, ...ended])).toBeUndefined()
    expect(queue([...nine, 'queued'])).toMatchObject({
      status: 400,
      rule: 'import-queue',
      code: 'E0401',
    })
  })

  test('the eleventh is refused, and taken once another is cancelled', async () => {
    const mock = aTwin()
    const create = () => call(mock, 'POST /imports/', formOf(file))
    const queued = []
    for (let count = 0; count < 10; count++) queued.push((await create()).json.id)

    const refused = await create()
    await call(mock, `DELETE /imports/${queued[4]}`)
    const taken = await create()

    expect(refused).toMatchObject({ status: 400, rule: 'import-queue', json: { code: 'E0401' } })
    expect(taken.status).toBe(201)
  })

  test('imports that have ended make room', async () => {
    const mock = aTwin()
    for (let count = 0; count < 25; count++) await imported(mock, file)

    expect((await call(mock, 'POST /imports/', formOf(file))).status).toBe(201)
  })
})

describe('import-cancel', () => {
  const now = Date.UTC(2026, 0, 1)

  test.for(['queued', 'inProgress'] as const)('one that is %s is cancelled', (status) => {
    const account = anAccount()
    const row = account.imports.put(anImport(1, status))

    cancelled(account, row)

    const after = { ...row, status: 'cancelled', cancelledAt: now, unread: undefined }
    expect(account.imports.get(row.id)).toEqual(after)
  })

  test.for(['finished', 'error', 'cancelled'] as const)('one that is %s stays', (status) => {
    const account = anAccount()
    const row = account.imports.put({ ...anImport(1, status), unread: undefined })

    cancelled(account, row)

    expect(account.imports.get(row.id)).toBe(row)
  })
})
