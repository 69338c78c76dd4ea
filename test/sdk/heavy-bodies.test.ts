import { expect } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { onEveryCarrier } from '../support/carriers.ts'

const path = '/contacts/external-id/POS-000001'

onEveryCarrier((test) => {
  test.override('options', { seed: { contacts: [aContact()] } })

  test('a field a million levels deep is refused', { timeout: 30_000 }, async ({ send, mock }) => {
    const before = mock.contacts.all()
    const body = `{"nonsense":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`

    const answer = await send('PATCH', path, { body })

    expect(answer.status).toBe(422)
    expect(answer.headers['x-connectif-mock-rule']).toBe('field-known')
    expect(mock.contacts.all()).toEqual(before)
  })

  test('60 MB are refused, and the next call is answered', { timeout: 30_000 }, async ({
    send,
    mock,
  }) => {
    const before = mock.contacts.all()

    const answer = await send('PATCH', path, { body: new Uint8Array(60_000_000).fill(0x20) })

    expect(answer.status).toBe(413)
    expect(answer.headers['x-connectif-mock-rule']).toBe('body-size')
    expect((await send('GET', path)).status).toBe(200)
    expect(mock.contacts.all()).toEqual(before)
  })
})
