import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'

/** A purchase of the contact that the twin starts with. */
export const purchase = aPurchase({ purchaseId: 'T-1' })

/** How a call goes out where it is not as usual; `null` leaves a header out. */
interface Parts {
  key?: string | null
  contentType?: string | null
}

/** Calls the twin as hand-written clients do, and gives the status; 0 where no answer came. */
export type Asks = (line: string, body?: unknown, parts?: Parts) => Promise<number>

/** A contact and a product. */
export const seed = () => ({ contacts: [aContact()], products: [aProduct()] })

/** A twin with a contact and a product, and what calls it. */
export function aShop(options: MockOptions = {}): { mock: Mock; ask: Asks } {
  const mock = createMock({ clock: '2026-01-01T00:00:00Z', seed: seed(), ...options })
  return { mock, ask: asking(mock.fetch, 'https://api.connectif.cloud') }
}

/** What calls a twin through a fetch. */
export function asking(fetch: typeof globalThis.fetch, baseUrl: string): Asks {
  return async (line, body, { key = 'test:secret', contentType = 'application/json' } = {}) => {
    const [method = '', path] = line.split(/ (.*)/s)
    const headers = new Headers()
    if (key !== null) headers.set('authorization', `apiKey ${key}`)
    if (contentType !== null) headers.set('content-type', contentType)
    const init: RequestInit = { method, headers }
    if (body instanceof FormData) headers.delete('content-type')
    // Bytes get no content type of their own.
    const isForm = body instanceof FormData
    if (body !== undefined) {
      init.body = isForm ? body : new TextEncoder().encode(JSON.stringify(body))
    }
    try {
      const response = await fetch(baseUrl + path, init)
      await response.arrayBuffer()
      return response.status
    } catch {
      return 0
    }
  }
}

/** Ids of the findings, and the numbers of their calls. */
export function found(mock: Mock): [id: string, calls: number[]][] {
  const { findings } = mock.verdict()
  return findings.map(({ id, calls }) => [id, calls.map(({ number }) => number)])
}
