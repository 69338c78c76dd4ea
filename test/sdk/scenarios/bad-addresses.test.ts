import { describe, expect } from 'vitest'
import { aContact } from '../../../mock/builders/samples.ts'
import { onEveryCarrier } from '../../support/carriers.ts'

const seed = { contacts: [aContact()] }

onEveryCarrier((test) => {
  test.override('options', { seed })

  test.for([
    ['GET', '/contacts/external-id/', 400, 'external-id-length'],
    ['PATCH', '/contacts/external-id/%20', 400, 'external-id-length'],
    ['PATCH', '/contacts/external-id/%00', 400, 'external-id-length'],
    ['PATCH', '/contacts/external-id/a%0Ab', 400, 'external-id-length'],
    ['PATCH', `/contacts/external-id/${'x'.repeat(51)}`, 400, 'external-id-length'],
    ['PATCH', `/contacts/external-id/${'%F0%9F%98%80'.repeat(51)}`, 400, 'external-id-length'],
    ['PATCH', '/contacts/external-id/%E0%A4%A', 400, 'path-encoding'],
    ['PATCH', '/contacts/external-id/%', 400, 'path-encoding'],
    ['DELETE', '/contacts/email/', 400, 'email-valid'],
    ['PATCH', '/contacts/email/ada', 400, 'email-valid'],
    ['PATCH', '/contacts/email/ada%40example.com%00', 400, 'email-valid'],
    ['PATCH', '/contacts/email/%C3%B1@example.com', 400, 'email-valid'],
    ['PATCH', '/contacts/email/%22a%22@example.com', 400, 'email-valid'],
    ['PATCH', '/contacts/email', 400, 'email-valid'],
    ['GET', '/purchases/42', 400, 'body-shape'],
    ['GET', '/purchases/purchase-id/%20', 400, 'body-shape'],
    ['DELETE', '/products/product-id/', 400, 'body-shape'],
    ['GET', '/contacts/external-id/a/b', 404, undefined],
    ['GET', '/contacts/external-id/a/', 404, undefined],
    ['GET', '//contacts/external-id/a', 404, undefined],
    ['GET', '/contacts/email//ada@example.com', 404, undefined],
    ['GET', '/', 404, undefined],
    ['GET', '/customers/', 404, undefined],
    ['GET', '/contacts/constructor/a', 404, undefined],
    ['PUT', '/contacts/external-id/a', 405, undefined],
    ['POST', '/contacts/external-id/a', 405, undefined],
    ['DELETE', '/contacts/ada@example.com', 405, undefined],
    ['GET', '/purchases/', 405, undefined],
    ['PATCH', '/purchases/purchase-id/1', 405, undefined],
    ['HEAD', '/purchases/', 405, undefined],
  ] as const)('%s %s: %i %s, and nothing is written', async (given, { send, mock }) => {
    const [method, path, status, rule] = given
    const before = mock.contacts.all()

    const body = method === 'GET' || method === 'HEAD' ? undefined : {}
    const answer = await send(method, path, { body })

    expect(answer.status).toBe(status)
    expect(answer.headers['x-connectif-mock-rule']).toBe(rule)
    expect(mock.contacts.all()).toEqual(before)
  })

  test.for([
    ['a%2Fb', 'a/b'],
    ['a/b'.replace('/', '%2f'), 'a/b'],
    ['%2e%2e%2e', '...'],
    ['a+b', 'a+b'],
    ['a%2Bb', 'a+b'],
    ['a;b=c,d', 'a;b=c,d'],
    ['%C3%B1', 'ñ'],
  ] as const)(
    '/contacts/external-id/%s is the contact %s',
    async ([raw, externalId], { send, mock }) => {
      const answer = await send('PATCH', `/contacts/external-id/${raw}`, { body: {} })

      expect(answer.status).toBe(200)
      expect(mock.contacts.find({ externalId })).toBeDefined()
    },
  )

  test('HEAD answers as GET without a body, OPTIONS with what is allowed', async ({ send }) => {
    const head = await send('HEAD', '/contacts/email/ada@example.com')
    const options = await send('OPTIONS', '/contacts/email/ada@example.com')

    expect([head.status, head.body]).toEqual([200, ''])
    expect(options.status).toBe(204)
    expect(options.headers.allow).toBe('GET, PATCH, DELETE, HEAD, OPTIONS')
  })

  describe('dots as an External ID', () => {
    test.for(['.', '..', '%2e', '%2E%2E', '.%2e'])(
      'raw, %s deletes no contact, wherever the path may lead',
      async (dots, { send, mock }) => {
        const answer = await send('DELETE', `/contacts/external-id/${dots}`)

        // A fetch folds dots away; only a socket carries them to the twin.
        expect([400, 405]).toContain(answer.status)
        expect(mock.contacts.count).toBe(1)
      },
    )

    test('in a body, they are refused', async ({ send, mock }) => {
      for (const dots of ['.', '..']) {
        const body = { _externalId: dots }
        const answer = await send('PATCH', '/contacts/email/ada@example.com', { body })

        expect(answer.headers['x-connectif-mock-rule']).toBe('external-id-length')
      }
      expect(mock.contacts.find({ email: 'ada@example.com' })?._externalId).toBe('POS-000001')
    })
  })
})
