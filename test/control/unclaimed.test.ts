import { describe, expect } from 'vitest'
import { test } from './steer.ts'

const trackerId = 'browser'
const contacts = [{ _externalId: '42' }]

describe('an account that a test in the process has looked at, before any key was used', () => {
  test('is the one that is meant where none is named', async ({ steer, call, mock }) => {
    mock.tracking.web().pageView({ trackerId })

    expect((await steer('POST seed', { contacts })).status).toBe(204)
    expect((await steer('POST tracking/web/page-view', { trackerId })).status).toBe(200)

    expect((await call('GET /contacts/external-id/42')).status).toBe(200)
    expect(mock.contacts.count).toBe(2)
  })

  test('is taken over by the first that is named in a seed', async ({ steer, call, mock }) => {
    const visitor = mock.tracking.web().pageView({ trackerId })

    await steer('POST seed?account=test', { contacts })

    expect(mock.contacts.all()).toMatchObject([{ id: visitor }, { _externalId: '42' }])
    expect((await steer('GET state')).json.accounts).toMatchObject([{ id: 'test', contacts: 2 }])
    expect((await call('GET /contacts/external-id/42')).status).toBe(200)
  })

  test('is taken over by the first that is named in tracking', async ({ steer, mock }) => {
    const visitor = mock.tracking.web().pageView({ trackerId })

    const { json } = await steer('POST tracking/mobile/page-view?account=test', { trackerId })

    expect(json).toEqual({ contactId: visitor })
    expect((await steer('GET state')).json.accounts).toMatchObject([{ id: 'test', contacts: 1 }])
  })

  test('stays when the seed that names one breaks a rule', async ({ steer, mock }) => {
    const visitor = mock.tracking.web().pageView({ trackerId })

    expect((await steer('POST seed?account=test', { contacts: [{}] })).status).toBe(422)

    expect(mock.contacts.all()).toMatchObject([{ id: visitor }])
    expect(mock.account('test:s3cr3t').contacts.count).toBe(1)
  })

  test('is listed under a name that no key has, and shows its records', async ({ steer, mock }) => {
    const id = mock.tracking.web().pageView({ trackerId })

    const [listed] = (await steer('GET state')).json.accounts
    const records = await steer(`GET accounts/${encodeURIComponent(listed.id)}/contacts`)

    expect(listed).toMatchObject({ id: expect.stringContaining(':'), contacts: 1 })
    expect(records.json.items).toMatchObject([{ id, _isAnonymous: true }])
  })
})
