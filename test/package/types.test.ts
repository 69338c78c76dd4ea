import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aProject, root, run } from './packed.ts'

const tsc = join(root, 'node_modules/typescript/bin/tsc')

/** Uses each entry point; what an option or an answer is, the compiler must know. */
const consumer = `
import {
  ApiError,
  Connectif,
  type ContactAddress,
  defineContactFields,
  NotFoundError,
  radio,
} from 'connectif-sdk'
import { createMock, type Seed } from 'connectif-sdk/mock'
import { type Kept, keep, type Trouble } from 'connectif-sdk/mock/browser'
import { type MockServer, serve } from 'connectif-sdk/mock/server'

const seed: Seed = { contacts: [{ _email: 'ada@example.com', _points: 7 }] }
const contactFields = defineContactFields({ tier: radio('gold', 'silver') })
const mock = createMock({ seed, contactFields, clock: '2026-01-01T00:00:00Z' })
const server: MockServer = await serve(mock, { port: 0, onCrash: ({ error }) => String(error) })
const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch, contactFields })

const address: ContactAddress = { externalId: 'POS-000123' }
const { tier, _points } = await connectif.contacts.upsert(address, { tier: 'gold' })
const known: 'gold' | 'silver' | undefined = tier
const points: number | undefined = _points
const { rateLimit } = await connectif.contacts.get(address, { timeout: 100 }).withResponse()
const remaining: number | undefined = rateLimit?.remaining
await connectif.contacts.get(address).catch((error: unknown) => {
  if (error instanceof NotFoundError && error instanceof ApiError) return error.status
  throw error
})

// @ts-expect-error: no such option
await connectif.contacts.upsert(address, { tier: 'bronze' })
// @ts-expect-error: an address is one of both
await connectif.contacts.get({ email: 'ada@example.com', externalId: 'POS-000123' })

await server.close()
const onTrouble = ({ kind }: Trouble): 'broken' | 'not-saved' | 'conflict' => kind
export const kept = (): Kept => keep(mock, { persist: 'local', onTrouble })
export { known, mock, points, remaining }
`

const mswConsumer = `
import { createMock } from 'connectif-sdk/mock'
import { handlers } from 'connectif-sdk/mock/msw'
import { http } from 'msw'
import { setupServer } from 'msw/node'

const own = http.get('https://shop.example/', () => new Response('hello'))
export const server = setupServer(own, ...handlers(createMock(), { baseUrl: 'http://api.example' }))
`

const matchersConsumer = `
import { createMock } from 'connectif-sdk/mock'
import { type ChangeCounts, matchers } from 'connectif-sdk/mock/vitest'
import { expect } from 'vitest'

const mock = createMock()
const counts: ChangeCounts = { contacts: { created: 1 } }
expect(mock).not.toHaveChanged(counts, { since: mock.snapshot() })
expect(mock).toHaveUpserted({ externalId: 'POS-000123' }, { _points: 7 })
expect.extend(matchers)

// @ts-expect-error: an address is one of both
expect(mock).toHaveUpserted({ email: 'ada@example.com', externalId: 'POS-000123' })
// @ts-expect-error: there is no such kind of record
expect(mock).toHaveChanged({ carts: { created: 1 } })
`

const resolutions = [
  ['nodenext', 'nodenext'],
  ['bundler', 'esnext'],
] as const

test.for(resolutions)(
  'types hold under moduleResolution %s, strictly, without types of Node, MSW or vitest',
  async ([moduleResolution, module]) => {
    const { folder } = await aProject('ky', 'openapi-fetch')

    const complaints = await compiled(folder, consumer, { moduleResolution, module, types: [] })

    expect(complaints).toBe('')
  },
)

test('types of the MSW carrier hold with msw', async () => {
  const { folder } = await aProject('ky', 'openapi-fetch', 'msw', '@types/node')

  const complaints = await compiled(folder, mswConsumer, {
    moduleResolution: 'nodenext',
    module: 'nodenext',
    types: ['node'],
  })

  expect(complaints).toBe('')
})

test.for(resolutions)(
  'types of the matchers hold with vitest under moduleResolution %s',
  async ([moduleResolution, module]) => {
    const { folder } = await aProject('ky', 'openapi-fetch', 'vitest', '@types/node')

    const complaints = await compiled(folder, matchersConsumer, {
      moduleResolution,
      module,
      types: ['node'],
    })

    expect(complaints).toBe('')
  },
)

/** What the compiler says of a file of the project; it looks into all declarations. */
async function compiled(folder: string, text: string, options: object): Promise<string> {
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023', 'dom'],
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    ...options,
  }
  writeFileSync(join(folder, 'consumer.ts'), text)
  const config = { compilerOptions, files: ['consumer.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  return run(process.execPath, [tsc], { cwd: folder }).then(
    ({ stdout }) => stdout,
    ({ stdout, message }) => stdout || message,
  )
}
