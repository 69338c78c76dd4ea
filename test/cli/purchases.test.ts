import { beforeAll, expect, test } from 'vitest'
import { connectifIn, connectifMock, startsNode } from './connectif.ts'

startsNode()

const first = ['--purchase-id', 'ORD-100001']
let env: Record<string, string>

beforeAll(async () => {
  const { url } = await connectifMock('--demo')
  env = { CONNECTIF_API_KEY: 'test:secret', CONNECTIF_BASE_URL: url }
})

function purchases(...args: string[]) {
  return connectifIn({ env }, 'purchases', ...args)
}

test('a purchase is a line of JSON in a pipe, by either id', async () => {
  const { stdout } = await purchases('get', ...first)
  const purchase = JSON.parse(stdout)

  const byId = await purchases('get', '--id', purchase.id)

  expect(purchase).toMatchObject({ purchaseId: 'ORD-100001', cartId: expect.any(String) })
  expect(byId).toEqual({ code: 0, stdout, stderr: '' })
})

test('a purchase is a table on a terminal, with its products in it', async () => {
  const { stdout } = await connectifIn({ env, isTerminal: true }, 'purchases', 'get', ...first)

  expect(stdout).toMatch(/^purchaseId +ORD-100001$/m)
  expect(stdout).toMatch(/^products +- id: \w+\n +productId: /m)
})

test('a delete needs --yes where nobody can be asked', async () => {
  const second = ['--purchase-id', 'ORD-100002']

  const refused = await purchases('delete', ...second)
  const kept = await purchases('get', ...second)
  const deleted = await purchases('delete', ...second, '--yes')
  const gone = await purchases('get', ...second)

  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('say --yes') })
  expect(kept.code).toBe(0)
  expect(deleted).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(gone.stderr).toBe('error: 404: There is no purchase with this id.\n')
})

test('a purchase must be named', async () => {
  const { code, stderr } = await purchases('get')

  expect(code).toBe(1)
  expect(stderr).toBe('error: name the purchase: --purchase-id <id> or --id <id>\n')
})
