import { describe, expect, test } from 'vitest'
import { aContact, aPurchase } from '../../mock/builders/samples.ts'
import { routes } from '../../mock/generated/routes.ts'
import { createMock } from '../../mock/index.ts'
import { pathValues, Router } from '../../mock/router.ts'
import { ask } from '../support/ask.ts'

const router = new Router(routes)

/** The operation that a call leads to, and the values in its path. */
function led(method: string, path: string) {
  const place = router.find(path)
  const target = place?.targets.get(method)
  return target && [target.route.key, pathValues(target, place?.encoded ?? [])]
}

describe('a path leads to', () => {
  test.for([
    ['GET', '/contacts/email/a', 'GET /contacts/email/{email}', { email: 'a' }],
    ['GET', '/contacts/a', 'GET /contacts/{email}', { email: 'a' }],
    ['GET', '/contacts/email', 'GET /contacts/{email}', { email: 'email' }],
    ['GET', '/purchases/1', 'GET /purchases/{id}', { id: '1' }],
    ['DELETE', '/purchases/purchase-id/1', 'DELETE /purchases/purchase-id/{id}', { id: '1' }],
    ['GET', '/contacts/email/a%2Fb%20c', 'GET /contacts/email/{email}', { email: 'a/b c' }],
    [
      'GET',
      '/contacts/external-id/..',
      'GET /contacts/external-id/{externalId}',
      { externalId: '..' },
    ],
    ['GET', '/contacts/external-id/', 'GET /contacts/external-id/{externalId}', { externalId: '' }],
    ['POST', '/purchases/', 'POST /purchases/', {}],
    ['POST', '/purchases', 'POST /purchases/', {}],
  ] as const)('%s %s: %s', ([method, path, key, values]) => {
    expect(led(method, path)).toEqual([key, values])
  })

  test.for([
    '/',
    '',
    '/contacts/email/a/',
    '/contacts/email/a/b',
    '//contacts/email/a',
    '/contacts//a',
    '/purchases//',
    '/Contacts/email/a',
    '/contacts%2Femail/a/b',
    '/constructor',
    '/__proto__',
    '/products/product-id/a/',
    '/contacts/email/a?b',
  ])('nothing: %j', (path) => {
    const place = router.find(path)

    expect(place === undefined || path.includes('?')).toBe(true)
  })
})

describe('every route', () => {
  test.for(routes.map(({ key, method, path }) => [key, method, path] as const))(
    '%s is found by its own path',
    ([key, method, path]) => {
      expect(led(method, path.replace(/\{\w+\}/, 'x'))?.[0]).toBe(key)
    },
  )
})

describe('the twin answers', () => {
  const mock = createMock({ seed: { contacts: [aContact()] } })

  test.for([
    ['GET /', 404],
    ['GET /contacts', 404],
    ['POST /nothing', 404],
    ['OPTIONS /nothing', 404],
    ['GET /contacts/', 400],
    ['GET /contacts/external-id', 400],
    ['DELETE /products/product-id', 400],
  ] as const)('%s with %i, by the contract', ([line, status]) => {
    expect(ask(mock, line).status).toBe(status)
  })

  test.for([
    ['PUT /contacts/email/ada@example.com', 'GET, PATCH, DELETE, HEAD, OPTIONS'],
    ['DELETE /contacts/ada@example.com', 'GET, PATCH, HEAD, OPTIONS'],
    ['GET /purchases/', 'POST, OPTIONS'],
    ['HEAD /purchases/', 'POST, OPTIONS'],
    ['TRACE /products/product-id/1', 'GET, PATCH, DELETE, HEAD, OPTIONS'],
    ['patch /contacts/ada@example.com', 'GET, PATCH, HEAD, OPTIONS'],
  ] as const)('405 to %s, and allows %s', ([line, allow]) => {
    const reply = ask(mock, line)

    expect(reply).toMatchObject({ status: 405, headers: { allow }, rule: undefined })
  })

  test('HEAD as GET, without the body', () => {
    const [head, get] = ['HEAD', 'GET'].map((method) =>
      ask(mock, `${method} /contacts/email/ada@example.com`),
    )

    expect(head).toEqual({ ...get, text: '', json: undefined })
    expect(ask(mock, 'HEAD /contacts/email/nobody@example.com').status).toBe(404)
  })

  test('OPTIONS without a key, and with what the path allows', () => {
    const reply = ask(mock, 'OPTIONS /contacts/email/ada@example.com', undefined, { headers: {} })

    expect(reply).toMatchObject({
      status: 204,
      headers: { allow: 'GET, PATCH, DELETE, HEAD, OPTIONS' },
    })
  })

  test('a collection without its last slash as the one with it', () => {
    const [without, with_] = ['POST /purchases', 'POST /purchases/'].map((line) =>
      ask(mock, line, aPurchase()),
    )

    expect(without).toEqual(with_)
  })

  test.for(['%', '%E0%A4%A', 'a%ff'])('400 to an address that is malformed: %s', (segment) => {
    const reply = ask(mock, `GET /contacts/external-id/${segment}`)

    expect(reply).toMatchObject({ status: 400, rule: 'path-encoding' })
  })
})
