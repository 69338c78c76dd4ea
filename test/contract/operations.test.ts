import { expect, test } from 'vitest'
import { operations as contracts } from '../../generate/contract.ts'
import { aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { routes } from '../../mock/generated/routes.ts'
import { operations as twins } from '../../mock/operations/all.ts'
import { Router } from '../../mock/router.ts'
import { Connectif } from '../../sdk/index.ts'

const keys = contracts().map(({ key }) => key)
const older = ['GET /contacts/{email}', 'PATCH /contacts/{email}']
const id = '000000000000000000000001'
const anEventType = {
  alias: 'a',
  name: 'A',
  fields: [{ id: 'email', name: 'Email', type: 'email' as const }],
  primaryKey: 'email',
}

/** One call of every method of the SDK, each with every kind of address. */
const calls: Record<string, (connectif: Connectif) => PromiseLike<unknown>> = {
  'contacts.get by email': ({ contacts }) => contacts.get({ email: 'a@example.com' }),
  'contacts.get by External ID': ({ contacts }) => contacts.get({ externalId: 'email' }),
  'contacts.upsert by email': ({ contacts }) => contacts.upsert({ email: 'a@example.com' }, {}),
  'contacts.upsert by External ID': ({ contacts }) => contacts.upsert({ externalId: 'a' }, {}),
  'contacts.delete by email': ({ contacts }) => contacts.delete({ email: 'a@example.com' }),
  'contacts.delete by External ID': ({ contacts }) => contacts.delete({ externalId: 'a' }),
  'purchases.create': ({ purchases }) =>
    purchases.create({ ...aPurchase(), contactExternalId: 'a' }),
  'purchases.get': ({ purchases }) => purchases.get(id),
  'purchases.getByPurchaseId': ({ purchases }) => purchases.getByPurchaseId('T-1'),
  'purchases.delete': ({ purchases }) => purchases.delete(id),
  'purchases.deleteByPurchaseId': ({ purchases }) => purchases.deleteByPurchaseId('T-1'),
  'products.upsert': ({ products }) => products.upsert('a', aProduct()),
  'products.get': ({ products }) => products.get(id),
  'products.getByProductId': ({ products }) => products.getByProductId('a'),
  'products.delete': ({ products }) => products.delete(id),
  'products.deleteByProductId': ({ products }) => products.deleteByProductId('a'),
  'contactFields.list': ({ contactFields }) => contactFields.list(),
  'contactFields.get': ({ contactFields }) => contactFields.get('tier'),
  'contactFields.create': ({ contactFields }) =>
    contactFields.create({ id: 'vip', name: 'VIP', type: 'boolean' }),
  'contactFields.delete': ({ contactFields }) => contactFields.delete('tier'),
  'customEvents.create by alias': ({ customEvents }) => customEvents.create({ alias: 'a' }, {}),
  'customEvents.create by id': ({ customEvents }) => customEvents.create({ id }, {}),
  'customEventTypes.list': ({ customEventTypes }) => customEventTypes.list(),
  'customEventTypes.get': ({ customEventTypes }) => customEventTypes.get(id),
  'customEventTypes.create': ({ customEventTypes }) => customEventTypes.create(anEventType),
  'customEventTypes.delete': ({ customEventTypes }) => customEventTypes.delete(id),
}

test('the operations of the contract are those of the route table, in order', () => {
  expect(routes.map(({ key }) => key)).toEqual(keys)
})

test('the operations of the contract are those of the twin', () => {
  expect(Object.keys(twins).sort()).toEqual(keys.toSorted())
})

test('every operation but those of the older path is a method of the SDK', async () => {
  const router = new Router(routes)
  const reached: (string | undefined)[] = []
  const connectif = new Connectif({
    apiKey: 'a:b',
    fetch: async ({ method, url }) => {
      reached.push(router.find(new URL(url).pathname)?.targets.get(method)?.route.key)
      return Response.json({})
    },
  })

  for (const call of Object.values(calls)) await call(connectif)

  expect(reached.sort()).toEqual(keys.filter((key) => !older.includes(key)).sort())
})

test('every method of the SDK is in the list of calls', () => {
  const connectif = new Connectif({ apiKey: 'a:b' })
  const resources = Object.entries(connectif).filter(([, value]) => typeof value === 'object')
  const methods = resources.flatMap(([name, resource]) =>
    Object.getOwnPropertyNames(Object.getPrototypeOf(resource))
      .filter((method) => method !== 'constructor')
      .map((method) => `${name}.${method}`),
  )

  const called = Object.keys(calls).map((name) => name.split(' ')[0])
  expect(new Set(called)).toEqual(new Set(methods))
})

test('every operation has a scope of its family and its kind', () => {
  const kinds = { GET: 'read', PATCH: 'write', POST: 'write', DELETE: 'delete' }

  for (const { method, path, scope } of routes) {
    const family = path.split('/')[1]
    expect(scope).toBe(`${family}:${kinds[method as keyof typeof kinds]}`)
  }
})
