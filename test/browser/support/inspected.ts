import type { Download } from 'playwright-core'
import { serve } from '../../../mock/carriers/server.ts'
import { aShop, createMock, type Mock, type MockOptions } from '../../../mock/index.ts'
import { Connectif, defineContactFields, radio, text } from '../../../sdk/index.ts'
import { test as browserTest } from './browser-test.ts'

/** A twin that is served, with a client of it and the address of its inspector. */
export interface Inspected {
  readonly mock: Mock
  readonly connectif: Connectif
  /** Address of the inspector, with its slash. */
  readonly inspector: string
  /** Ends the server. */
  readonly close: () => Promise<void>
}

interface Inspecting {
  /** Serves a twin, and opens the inspector at a place of it. The page ends before the server. */
  inspect: (place?: string, options?: MockOptions | Promise<Inspected>) => Promise<Inspected>
}

/** A test of the inspector. */
export const test = browserTest.extend<Inspecting>({
  inspect: async ({ page }, use) => {
    const twins: Inspected[] = []
    await use(async (place = '', options = {}) => {
      const twin = await (options instanceof Promise ? options : inspected(options))
      twins.push(twin)
      await page.goto(`${twin.inspector}#/${place}`)
      return twin
    })
    await page.close()
    for (const twin of twins) await twin.close()
  },
})

/** What was downloaded. */
export async function bytesOf(download: Promise<Download>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The contact whose name must not run. */
export const markup = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
/** As long as an External ID may be. */
export const longId = 'POS-000123-GRAN-VIA-2026-LOYALTY-CARD-GOLD-MEMBER-'
/** A name that is read from right to left. */
export const rightToLeft = 'نور الدين عبد الرحمن'

/** A served twin. */
export async function inspected(options: MockOptions = {}): Promise<Inspected> {
  const mock = createMock({ clock: '2026-01-01T09:30:00Z', ...options })
  const server = await serve(mock, { port: 0 })
  const connectif = new Connectif({ apiKey: 'shop:secret', baseUrl: server.url })
  mock.account('shop:secret')
  return {
    mock,
    connectif,
    inspector: `${server.url}/__twin/`,
    close: () => server.close(),
  }
}

const contactFields = defineContactFields({
  tier: radio('gold', 'silver'),
  favourite_store: text(),
})

/** A twin in which a lot has happened: names of all kinds, calls, refusals, faults, files. */
export async function livedIn(): Promise<Inspected> {
  const shop = aShop({ contacts: 180, products: 24, purchases: 120 })
  const twin = await inspected({ seed: shop, contactFields, rateLimit: 'documented' })
  const { mock, connectif } = twin
  const retrying = new Connectif({ apiKey: 'shop:secret', fetch: mock.fetch, maxRetries: 0 })

  for (let day = 0; day < 12; day++) {
    mock.clock.advance({ days: 2 })
    mock.tracking.web().pageView({ trackerId: `browser-${day}`, url: 'https://shop.example/socks' })
    const email = `day-${day}@example.com`
    await connectif.contacts.upsert({ email }, { _name: `Day ${day}`, _points: day })
  }
  await connectif.contacts.upsert(
    { externalId: longId },
    { _name: markup, _surname: '👩🏽‍🚀 Ωmega' },
  )
  await connectif.contacts.upsert({ externalId: 'POS-7' }, { _name: rightToLeft })
  await connectif.contacts.upsert(
    { email: 'a.very.long.address.that.goes.on.and.on@subdomain.of.a.shop.example.com' },
    { _name: 'Maximiliana-Wilhelmina', _surname: 'von und zu Hohenlohe-Langenburg-Öhringen' },
  )
  await connectif.contacts
    .upsert({ email: 'ada@example.com' }, { _externalId: 'POS-7' })
    .catch(none)
  await connectif.contacts.get({ email: 'nobody@example.com' }).catch(none)
  mock.faults.add({ on: 'GET /contacts/email/{email}', kind: 'status', status: 503 })
  await retrying.contacts.get({ email: 'day-1@example.com' }).catch(none)
  mock.faults.add({ on: 'POST /purchases/', kind: 'lost-reply', times: 3 })
  mock.faults.add({ kind: 'delay', ms: 2000, address: longId, nth: 2, times: Infinity })

  await connectif.imports.create({
    type: 'contacts',
    file: '_externalId,_email,_points\nPOS-900,new@example.com,12\n,nobody,twelve\nPOS-901,,3\n',
  })
  await connectif.exports.create({ exportType: 'contacts' })
  mock.jobs.finish()
  await connectif.exports.create({ exportType: 'contacts' })
  mock.clock.advance({ days: 80 })
  return twin
}

function none() {}
