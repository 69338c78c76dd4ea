import { aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type FaultKind, type Mock } from '../../mock/index.ts'
import { Connectif, type PurchaseCreation } from '../../sdk/index.ts'

/** A contact to load, found by its External ID, its email, or both. */
export interface LoadedRow {
  _externalId: string
  _email?: string
  _points: number
}

const kinds: readonly FaultKind[] = [
  { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
  { kind: 'status', status: 408 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, headers: { 'retry-after': '1' } },
  { kind: 'delay', ms: 300 },
  { kind: 'delay', ms: 1500 },
  { kind: 'timeout' },
  { kind: 'reset' },
  { kind: 'lost-reply' },
  { kind: 'truncate' },
  { kind: 'duplicate' },
  { kind: 'slow-body', ms: 200 },
]

/** Lets one call in five meet a fault of any kind; a 429 comes to several in a row. */
export function unreliable(mock: Mock, random: () => number): void {
  const next = () => {
    if (random() >= 0.2) return
    const fault = kinds[Math.floor(random() * kinds.length)] as FaultKind
    const isStorm = fault.kind === 'status' && fault.status === 429
    mock.faults.clear()
    mock.faults.add({ ...fault, times: isStorm ? 3 : 1 })
  }
  mock.journal.subscribe(next)
}

/** Contacts of which one in ten comes a second time, with other points. */
export function someRows(count: number, random: () => number): LoadedRow[] {
  return Array.from({ length: count }, (_, at) => {
    const id = at > 0 && random() < 0.1 ? Math.floor(random() * at) : at
    const email = id % 3 === 0 ? { _email: `ada.${id}@example.com` } : {}
    return { _externalId: `POS ${id}`, ...email, _points: at }
  })
}

/** What is left of rows that are written in order. */
export function written(rows: readonly LoadedRow[]): Map<string, LoadedRow> {
  return new Map(rows.map((row) => [row._externalId, row]))
}

/** Purchases of these contacts, of which one in ten comes a second time. */
export function somePurchases(count: number, random: () => number): PurchaseCreation[] {
  const { contactEmail: _, ...purchase } = aPurchase() as PurchaseCreation
  return Array.from({ length: count }, (_, at) => {
    const id = at > 0 && random() < 0.1 ? Math.floor(random() * at) : at
    return { ...purchase, purchaseId: `T-${id}`, totalPrice: id, contactExternalId: 'POS 0' }
  })
}

/** A twin whose clock goes with faked time, and a client that gives up late. */
export function aLoadedShop() {
  const mock = createMock({
    seed: { products: [aProduct()], contacts: [{ _externalId: 'POS 0' }] },
  })
  const connectif = new Connectif({
    apiKey: 'test:secret',
    fetch: mock.fetch,
    timeout: 1000,
    maxRetries: 25,
  })
  return { mock, connectif }
}
