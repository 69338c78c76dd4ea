import { expect } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { onEveryCarrier } from '../support/carriers.ts'

const path = '/contacts/external-id/POS-000001'
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

onEveryCarrier((test) => {
  test.override('options', { seed: { contacts: [aContact()] } })

  test.for([
    ['in place of an object', deep(1_000_000)],
    ['in a field', `{"nonsense":${deep(1_000_000)}}`],
    ['cut off', '['.repeat(1_000_000)],
  ] as const)(
    'a million levels %s are refused',
    { timeout: 30_000 },
    async ([, body], { send, mock }) => {
      const before = mock.contacts.all()

      const answer = await send('PATCH', path, { body })

      expect([400, 422]).toContain(answer.status)
      expect(mock.contacts.all()).toEqual(before)
    },
  )

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
