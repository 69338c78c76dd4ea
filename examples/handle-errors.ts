/**
 * What can go wrong in a call, how it shows, and what to do then.
 *
 *     npm run build
 *     node examples/handle-errors.ts
 */
import {
  AddressError,
  ApiError,
  AuthenticationError,
  Connectif,
  ConnectifError,
  ConnectionError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  TimeoutError,
  UnprocessableEntityError,
} from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const mock = createMock({
  seed: { contacts: [{ _externalId: 'POS-000001', _email: 'ada@example.com' }] },
})
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })

/** An API that never answers, and ends the call only when told to. */
const silent = new Connectif({
  apiKey: 'example:secret',
  fetch: ({ signal }) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
})

const socks = {
  productId: 'SOCK-1',
  name: 'Merino socks',
  productDetailUrl: 'https://shop.example/p/merino-socks',
  quantity: 1,
  unitPrice: 14.5,
  price: 14.5,
}
const purchase = {
  purchaseId: 'T-1',
  cartId: 'T-1',
  purchaseDate: '2026-01-02T10:30:00Z',
  totalPrice: 14.5,
  totalQuantity: 1,
  products: [socks],
}

await show('a contact that is not there', () =>
  connectif.contacts.get({ externalId: 'POS-999999' }),
)
await show('an External ID of another contact', () =>
  connectif.contacts.upsert({ email: 'bob@example.com' }, { _externalId: 'POS-000001' }),
)
await show('an External ID of 51 characters', () =>
  connectif.contacts.upsert({ email: 'bob@example.com' }, { _externalId: '7'.repeat(51) }),
)
await show('a purchase of a contact that is not there', () =>
  connectif.purchases.create({ ...purchase, contactExternalId: 'POS-999999' }),
)
await show('a purchase of a product that is not in the catalogue', () =>
  connectif.purchases.create({ ...purchase, contactExternalId: 'POS-000001' }),
)
await show('an address that would lead elsewhere', () =>
  connectif.contacts.delete({ externalId: '..' }),
)
await show('a call that the caller gave up', () => {
  const caller = new AbortController()
  setTimeout(() => caller.abort(new Error('the visitor has left')), 20)
  return silent.contacts.get({ email: 'ada@example.com' }, { signal: caller.signal })
})
await show('a call that took too long', () =>
  silent.contacts.get({ email: 'ada@example.com' }, { timeout: 20, maxRetries: 0 }),
)

/** Makes the call, and prints what came of it. */
async function show(what: string, call: () => PromiseLike<unknown>): Promise<void> {
  try {
    await call()
    console.log(`${what}: went well\n`)
  } catch (error) {
    console.log(`${what}\n  ${error}\n  → ${advice(error)}\n`)
  }
}

/** What one would do, the narrow classes before the wide ones. */
function advice(error: unknown): string {
  if (error instanceof AddressError) return 'Nothing was sent. Correct the record.'
  if (error instanceof NotFoundError) return 'Create it, or go on without it.'
  if (error instanceof UnprocessableEntityError) {
    const fields = error.violations.map(({ path }) => path).join(', ')
    return `Nothing was written. Show ${fields} to whoever keeps the record.`
  }
  if (error instanceof RateLimitError) return 'Still too many calls after all retries: come later.'
  if (error instanceof AuthenticationError) return 'Stop: the API key is wrong.'
  if (error instanceof PermissionError) return 'Stop: give the API key the scope for this.'
  if (error instanceof ApiError && error.code === 'E0101') return 'Create the contact, then repeat.'
  if (error instanceof ApiError && error.code === 'E0102') {
    const { productIds } = error.body as { productIds: string[] }
    return `Create the products ${productIds.join(', ')}, then repeat.`
  }
  if (error instanceof TimeoutError) return 'It may have been carried out: look, then repeat.'
  if (error instanceof ConnectionError && error.nothingSent) return 'Repeat it.'
  if (error instanceof ConnectifError) return 'Log it; the message holds no key.'
  return 'Nothing: it is the reason that the caller gave to the signal.'
}
