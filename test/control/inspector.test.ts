import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { NodeControl } from '../../mock/carriers/node-control.ts'
import { NodeInspector } from '../../mock/carriers/node-inspector.ts'
import { targetOf } from '../../mock/carriers/node-request.ts'
import { type MockServer, serve } from '../../mock/carriers/server.ts'
import type { Mock } from '../../mock/index.ts'
import { socketSender } from '../support/send.ts'
import { test as base } from './steer.ts'

const page = '<!doctype html><title>Inspector</title>'
const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const policy = "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/** A folder as the build makes it, with a secret beside it; gone when the test is done. */
const test = base.extend<{ folder: string; server: MockServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants the pattern
  folder: async ({}, use) => {
    const around = mkdtempSync(join(tmpdir(), 'connectif-inspector-'))
    const folder = join(around, 'inspector')
    mkdirSync(join(folder, 'assets/fonts'), { recursive: true })
    writeFileSync(join(around, 'secret.js'), 'secret')
    writeFileSync(join(folder, 'index.html'), page)
    writeFileSync(join(folder, 'secret.json'), 'secret')
    for (const name of [
      'inspector.js',
      'inspector.css',
      'chart-Bx7_k2aQ.js',
      'overview-contacts.js',
    ]) {
      writeFileSync(join(folder, 'assets', name), `/* ${name} */`)
    }
    writeFileSync(join(folder, 'assets/fonts/a.woff2'), new Uint8Array([0xff, 0, 1]))
    writeFileSync(join(folder, 'assets/server.exe'), 'exe')
    symlinkSync(join(around, 'secret.js'), join(folder, 'assets/link.js'))
    await use(folder)
    rmSync(around, { recursive: true })
  },
  server: async ({ mock, folder }, use) => {
    const server = await serving(mock, folder)
    await use(server)
    await server.close()
  },
})

async function serving(mock: Mock, folder: string): Promise<MockServer> {
  const crash = (thrown: unknown) => {
    throw thrown
  }
  const control = new NodeControl(mock, [], crash, new NodeInspector(folder))
  const server = createServer((request, response) => {
    control.take(request, response, targetOf(request))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => void server.close()
  return { url: `http://127.0.0.1:${port}`, port, close }
}

describe('the inspector', () => {
  test('is what a browser gets at /__twin/', async ({ server }) => {
    const response = await fetch(`${server.url}/__twin/`, { headers: { accept } })

    expect([response.status, await response.text()]).toEqual([200, page])
    const headers = [
      'content-type',
      'content-security-policy',
      'cache-control',
      'x-content-type-options',
    ]
    expect(headers.map((name) => response.headers.get(name))).toEqual([
      'text/html; charset=utf-8',
      policy,
      'no-store',
      'nosniff',
    ])
  })

  test('is found without the last slash, too', async ({ server }) => {
    const response = await fetch(`${server.url}/__twin`, {
      headers: { accept },
      redirect: 'manual',
    })

    expect([response.status, response.headers.get('location')]).toEqual([308, '/__twin/'])
  })

  test.for(['*/*', 'application/json', 'application/json, text/html;q=0.5', ''])(
    'is not what a program gets that accepts %j',
    async (accepted, { server }) => {
      for (const path of ['/__twin/', '/__twin']) {
        const response = await fetch(server.url + path, { headers: { accept: accepted } })
        expect((await response.json()).operations).toContain('GET /__twin/')
      }
    },
  )

  test('is not at other paths', async ({ server }) => {
    const response = await fetch(`${server.url}/__twin/state`, { headers: { accept } })

    expect(response.headers.get('content-type')).toBe('application/json')
  })

  test.for([
    ['inspector.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['inspector.css', 'text/css; charset=utf-8', 'no-cache'],
    ['overview-contacts.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['chart-Bx7_k2aQ.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ] as const)('has the part %s', async ([name, type, cache], { server }) => {
    const response = await fetch(`${server.url}/__twin/assets/${name}`)

    expect([response.status, await response.text()]).toEqual([200, `/* ${name} */`])
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('cache-control')).toBe(cache)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('has its parts byte by byte, and nothing but headers for HEAD', async ({ server }) => {
    const url = `${server.url}/__twin/assets/fonts/a.woff2`
    const font = await fetch(url)
    const head = await fetch(url, { method: 'HEAD' })

    expect(new Uint8Array(await font.arrayBuffer())).toEqual(new Uint8Array([0xff, 0, 1]))
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      200,
      'font/woff2',
      '',
    ])
  })

  test.for([
    ...['/', '/none.js', '/fonts', '/fonts/', '/server.exe', '/link.js', '/index.html'],
    ...['/../index.html', '/../secret.json', '/../../secret.js', '/./inspector.js'],
    ...['/%2e%2e/secret.json', '/..%2Fsecret.json', '/..%5Csecret.json', '/..\\secret.json'],
    ...['//etc/hostname', '/inspector.js%00.css', '/inspector.js/x.js', `/${'a'.repeat(300)}.js`],
  ])('has nothing at /__twin/assets%s', async (path, { server }) => {
    const { status, body } = await socketSender(server.port)('GET', `/__twin/assets${path}`, {})

    expect([status, body]).toEqual([404, 'There is no such file.\n'])
  })

  test('that is not built says how to build it', async ({ mock, folder }) => {
    const server = await serving(mock, join(folder, 'none'))
    const response = await fetch(`${server.url}/__twin/`, { headers: { accept } })
    await server.close()

    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'text/plain; charset=utf-8',
    ])
    expect(await response.text()).toContain('run `npm run build`')
  })

  test('is read when it is asked for, so a new build shows', async ({ server, folder }) => {
    const asked = () => fetch(`${server.url}/__twin/`, { headers: { accept } })
    await asked()

    writeFileSync(join(folder, 'index.html'), 'new')

    expect(await (await asked()).text()).toBe('new')
  })
})

describe('the server of the twin', () => {
  test('has the inspector, or says how to build it', async ({ mock }) => {
    const server = await serve(mock, { port: 0 })
    const response = await fetch(`${server.url}/__twin/`, { headers: { accept } })
    await server.close()

    expect(await response.text()).toMatch(/<!doctype html>|run `npm run build`/i)
    expect(mock.journal.count).toBe(0)
  })

  test('shows no page and no part of one to other hosts', async ({ mock }) => {
    const server = await serve(mock, { port: 0 })
    const send = socketSender(server.port)
    for (const path of ['/__twin/', '/__twin/assets/inspector.js', '/__twin/accounts/a/overview']) {
      const target = `http://evil.example:${server.port}${path}`
      expect((await send('GET', target, { headers: [['accept', accept]] })).status).toBe(403)
    }
    await server.close()
  })

  test('has neither where it is not to be steered', async ({ mock }) => {
    const server = await serve(mock, { port: 0, control: 'off' })
    for (const path of ['/__twin/', '/__twin/assets/inspector.js']) {
      const { status, headers } = await fetch(server.url + path, { headers: { accept } })
      expect([status, headers.get('content-type')]).toEqual([404, 'application/json'])
    }
    await server.close()
  })
})
