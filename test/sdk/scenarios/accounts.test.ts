import { describe, expect } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../../mock/builders/samples.ts'
import { AuthenticationError, type Connectif, PermissionError } from '../../../sdk/index.ts'
import { onEveryCarrier } from '../../support/carriers.ts'

const seed = { contacts: [aContact()], products: [aProduct()], purchases: [aPurchase()] }
const ada = { externalId: 'POS-000001' }
const { productId, ...product } = aProduct()
const purchase = { ...aPurchase(), contactExternalId: 'POS-000001' }

/** One call of each kind of writing. */
const writings: readonly (readonly [string, (connectif: Connectif) => Promise<unknown>])[] = [
  ['PATCH by External ID', ({ contacts }) => contacts.upsert(ada, { _name: 'Eve' })],
  ['PATCH of somebody new', ({ contacts }) => contacts.upsert({ email: 'b@example.com' }, {})],
  ['DELETE of a contact', ({ contacts }) => contacts.delete(ada)],
  ['POST of a purchase', ({ purchases }) => purchases.create({ ...purchase, purchaseId: 'T-2' })],
  ['DELETE of a purchase', ({ purchases }) => purchases.deleteByPurchaseId('ORD-100001')],
  ['PATCH of a product', ({ products }) => products.upsert(productId, product)],
  ['DELETE of a product', ({ products }) => products.deleteByProductId(productId)],
]

onEveryCarrier((test) => {
  describe('without declared accounts', () => {
    test.override('options', { seed })

    test('two keys in parallel see nothing of each other', async ({ client, mock }) => {
      const shops = ['a:1', 'b:2'].map((apiKey) => client({ apiKey }))
      const day = async ({ contacts, purchases }: Connectif, name: string) => {
        await contacts.upsert(ada, { _name: name })
        await contacts.upsert({ email: `${name}@example.com` }, { _externalId: 'one' })
        await purchases.create({ ...purchase, purchaseId: 'T-2', contactExternalId: 'one' })
        await purchases.deleteByPurchaseId('ORD-100001')
        return [await contacts.get(ada), await contacts.get({ externalId: 'one' })]
      }

      const days = await Promise.all(shops.map((shop, at) => day(shop, `shop-${at}`)))

      expect(days.map(([own]) => own?._name)).toEqual(['shop-0', 'shop-1'])
      for (const [at, apiKey] of ['a:1', 'b:2'].entries()) {
        const account = mock.account(apiKey)
        expect(account.contacts.all()).toEqual(days[at])
        expect(account.contacts.all()).toMatchObject([
          { _totalPurchases: 0 },
          { _email: `shop-${at}@example.com`, _totalPurchases: 1 },
        ])
        expect(account.purchases.all()).toMatchObject([{ purchaseId: 'T-2' }])
      }
    })

    test('one key id with two secrets opens two accounts', async ({ client, mock }) => {
      await client({ apiKey: 'shop:1' }).contacts.delete(ada)

      expect(await client({ apiKey: 'shop:2' }).contacts.get(ada)).toMatchObject({ _name: 'Ada' })
      expect(mock.account('shop:1').contacts.count).toBe(0)
    })
  })

  describe('with declared accounts', () => {
    test.override('options', {
      seed,
      accounts: {
        main: {
          keys: {
            'test:secret': ['contacts:read', 'contacts:write', 'contacts:delete'],
            'reader:secret': ['contacts:read', 'purchases:read', 'products:read'],
          },
        },
        closed: { keys: { 'closed:secret': ['contacts:read', 'contacts:write'] }, blocked: true },
      },
    })

    test.for(writings)(
      'a key that may only read is refused a %s',
      async ([, write], { client, mock }) => {
        const before = mock.snapshot()

        const refused = write(client({ apiKey: 'reader:secret' }))

        await expect(refused).rejects.toBeInstanceOf(PermissionError)
        await expect(refused).rejects.toMatchObject({ status: 403, rule: 'scope' })
        expect(mock.snapshot()).toEqual(before)
      },
    )

    test('two keys of an account share it', async ({ client, connectif }) => {
      const reader = client({ apiKey: 'reader:secret' })

      const written = await connectif.contacts.upsert(ada, { _points: 7 })

      expect(await reader.contacts.get(ada)).toEqual(written)
      expect(await reader.purchases.getByPurchaseId('ORD-100001')).toMatchObject({
        contactId: written.id,
      })
    })

    test.for(['other:secret', 'test:other', 'main:secret', 'test:secret:'])(
      'the key %s, which is not declared, is a 401 and opens nothing',
      async (apiKey, { client, mock }) => {
        const refused = client({ apiKey }).contacts.upsert({ externalId: '42' }, {})

        await expect(refused).rejects.toBeInstanceOf(AuthenticationError)
        await expect(refused).rejects.toMatchObject({ status: 401, rule: 'key', body: undefined })
        expect(Object.keys(mock.snapshot().accounts)).toEqual(['main', 'closed'])
        expect(mock.account('test:secret').contacts.count).toBe(1)
      },
    )

    test('a blocked account answers 403 to all, and keeps what it holds', async ({
      client,
      mock,
    }) => {
      const { contacts } = client({ apiKey: 'closed:secret' })

      for (const call of [contacts.get(ada), contacts.upsert(ada, { _name: 'Eve' })]) {
        await expect(call).rejects.toBeInstanceOf(PermissionError)
        await expect(call).rejects.toMatchObject({
          status: 403,
          rule: 'scope',
          body: { detail: 'The account is blocked.' },
        })
      }
      expect(mock.account('closed:secret').contacts.find(ada)?._name).toBe('Ada')
    })

    test('a scope lets through what it names, and nothing else', async ({ connectif, mock }) => {
      await connectif.contacts.delete(ada)

      const reading = connectif.purchases.getByPurchaseId('ORD-100001')
      await expect(reading).rejects.toMatchObject({
        body: { detail: 'The key lacks the scope purchases:read.' },
      })
      expect(mock.account('test:secret').contacts.count).toBe(0)
    })
  })
})
