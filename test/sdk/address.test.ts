import { expect, test } from 'vitest'
import { AddressError } from '../../sdk/index.ts'
import { json, scripted } from './scripted.ts'

const awkward = [
  'a/b',
  '../x',
  '%2e%2e',
  '%',
  '%2F',
  'a?b',
  'a#b',
  'a&b=c',
  'a b',
  ' a ',
  'a+b',
  "o'hara",
  'a"b',
  'ñ',
  'ü@example.com',
  '😀',
  '日本語',
  'a\\b',
  'a\tb',
  'a\nb',
  'a\0b',
  '...',
  '.a',
  'a.',
  '~',
  '$&',
  '$1',
  '{id}',
  '{externalId}',
  '[x]',
  ';',
  ':',
  '@',
  ',',
  '|',
  '^',
  '`',
  '<>',
  '*',
  '(!)',
]
const refused = ['', ' ', '\t\n', '\u00a0', '.', '..', '\ud800', 'a\udc00b']
const pathOf = (request: Request | undefined) => new URL(request?.url ?? '').pathname

test.for(awkward)('the id %j reaches the API as it is', async (id) => {
  const { connectif, requests } = scripted([json({})])

  await connectif.contacts.get({ externalId: id })
  await connectif.contacts.get({ email: id })
  await connectif.purchases.getByPurchaseId(id)

  const prefixes = ['/contacts/external-id/', '/contacts/email/', '/purchases/purchase-id/']
  expect(requests.map((request) => decodeURIComponent(pathOf(request)))).toEqual(
    prefixes.map((prefix) => prefix + id),
  )
})

test('every id of one to five characters out of an awkward alphabet survives its URL', async () => {
  const { connectif, requests } = scripted([json({})])
  const alphabet = [...'.%2eE/\\?# +ñ😀&:@{}$~']
  let seed = 1
  const next = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }

  for (let round = 0; round < 500; round += 1) {
    const id = Array.from({ length: 1 + next(5) }, () => alphabet[next(alphabet.length)]).join('')
    if (refused.includes(id)) continue
    await connectif.products.getByProductId(id)
    const path = pathOf(requests.at(-1))
    expect(path.split('/')).toHaveLength(4)
    expect(decodeURIComponent(path)).toBe(`/products/product-id/${id}`)
  }
})

test.for(refused)('the id %j is refused before any request', async (id) => {
  const { connectif, requests } = scripted([json({})])
  const { contacts, purchases, products } = connectif

  const calls = [
    contacts.get({ externalId: id }),
    contacts.upsert({ email: id }, {}),
    contacts.delete({ externalId: id }),
    purchases.get(id),
    purchases.delete(id),
    purchases.getByPurchaseId(id),
    purchases.deleteByPurchaseId(id),
    products.upsert(id, { name: 'x', productDetailUrl: 'https://a.b/', unitPrice: 1 }),
    products.delete(id),
    products.deleteByProductId(id),
  ]

  for (const call of calls) await expect(call).rejects.toBeInstanceOf(AddressError)
  expect(requests).toHaveLength(0)
})

test('without types, ids that are not strings and wrong addresses are refused too', async () => {
  const { connectif, requests } = scripted([json({})])
  const get = (address: unknown) => connectif.contacts.get(address as { email: string })

  const wrong = [
    undefined,
    null,
    {},
    { email: 'a@b.c', externalId: 'x' },
    { email: 'a@b.c', externalId: '' },
    { email: 7 },
    { externalId: null },
    { externalId: {} },
    'a@b.c',
  ]

  for (const address of wrong) await expect(get(address)).rejects.toBeInstanceOf(AddressError)
  await expect(connectif.purchases.get(7 as unknown as string)).rejects.toThrow('id cannot be "7"')
  expect(requests).toHaveLength(0)
})

test('a refused address rejects the promise, and never throws from the method itself', async () => {
  const { connectif } = scripted([json({})])

  const call = connectif.contacts.delete({ externalId: '..' })

  await expect(call).rejects.toThrow('externalId cannot be ".."')
})
