import { strToU8, zipSync } from 'fflate'
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
  'contacts.upsertMany': ({ contacts }) => contacts.upsertMany([{ _externalId: 'a' }]),
  'contacts.deleteMany': ({ contacts }) => contacts.deleteMany([{ externalId: 'a' }]),
  'purchases.create': ({ purchases }) =>
    purchases.create({ ...aPurchase(), contactExternalId: 'a' }),
  'purchases.ensure': ({ purchases }) =>
    purchases.ensure({ ...aPurchase(), contactExternalId: 'a' }).catch(() => {}),
  'purchases.ensureMany': ({ purchases }) =>
    purchases.ensureMany([{ ...aPurchase(), contactExternalId: 'a' }]),
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
  'imports.create': ({ imports }) => imports.create({ type: 'contacts', file: '_email\n' }),
  'imports.get': ({ imports }) => imports.get(id),
  'imports.cancel': ({ imports }) => imports.cancel(id),
  'imports.list': ({ imports }) => firstOf(imports.list()),
  'imports.waitFor': ({ imports }) => imports.waitFor(id),
  'imports.errorReport': ({ imports }) => firstOf(imports.errorReport(id)),
  'exports.create': ({ exports }) => exports.create({ exportType: 'contacts' }),
  'exports.createDataExplorer': ({ exports }) =>
    exports.createDataExplorer({
      filters: { reportId: 'a', fromDate: '2026-01-01', toDate: '2026-01-02' },
    }),
  'exports.get': ({ exports }) => exports.get(id),
  'exports.delete': ({ exports }) => exports.delete(id),
  'exports.list': ({ exports }) => firstOf(exports.list()),
  'exports.waitFor': ({ exports }) => exports.waitFor(id),
  'exports.download': ({ exports }) => exports.download(id),
  'exports.csv': ({ exports }) => exports.csv(id),
  'exports.rows': ({ exports }) => firstOf(exports.rows(id)),
  'exports.contacts': ({ exports }) => firstOf(exports.contacts(id)),
}

async function firstOf(items: AsyncIterable<unknown>) {
  for await (const item of items) return item
}

test('the operations of the contract are those of the route table, in order', () => {
  expect(routes.map(({ key }) => key)).toEqual(keys)
})

test('the operations of the contract are those of the twin', () => {
  expect(Object.keys(twins).sort()).toEqual(keys.toSorted())
})

test('every operation but those of the older path is a method of the SDK', async () => {
  const router = new Router(routes)
  const reached = new Set<string>()
  const fileUrl = 'https://files.example/a.zip'
  const connectif = new Connectif({
    apiKey: 'a:b',
    fetch: async ({ method, url }) => {
      if (url === fileUrl) return new Response(zipSync({ 'a.csv': strToU8('_email\n') }))
      reached.add(router.find(new URL(url).pathname)?.targets.get(method)?.route.key ?? url)
      const ended = { exportType: 'contacts', status: 'finished', delimiter: ',', fileUrl }
      return Response.json({ links: {}, results: [], ...ended })
    },
  })

  for (const call of Object.values(calls)) await call(connectif)

  expect([...reached].sort()).toEqual(keys.filter((key) => !older.includes(key)).sort())
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
