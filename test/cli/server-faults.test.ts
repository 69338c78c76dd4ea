import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { serve } from '../../mock/carriers/server.ts'
import { createMock, type FaultOptions } from '../../mock/index.ts'
import { root, startsNode } from './connectif.ts'

startsNode()

const run = promisify(execFile)
const minute = 60_000
const headers = { authorization: 'apiKey test:secret' }
const path = '/contacts/external-id/POS-000001'

/** What keeps a client waiting. */
const waits: readonly FaultOptions[] = [
  { kind: 'delay', ms: minute },
  { kind: 'timeout' },
  { kind: 'slow-body', ms: minute },
]

async function aServer(fault: FaultOptions) {
  const mock = createMock({ seed: { contacts: [{ _externalId: 'POS-000001' }] } })
  const onCrash = vi.fn()
  const server = await serve(mock, { port: 0, onCrash })
  mock.faults.add(fault)
  const taken = new Promise((resolve) => mock.journal.subscribe(resolve))
  return { mock, server, onCrash, taken }
}

describe.for(waits)('a client that %j keeps waiting', (fault) => {
  test('is let go when the server closes', async () => {
    const { server, taken } = await aServer(fault)
    const waiting = fetch(server.url + path, { headers }).then((response) => response.text())
    const ended = expect(waiting).rejects.toThrow(TypeError)
    await taken

    await server.close()

    await ended
  })

  test('may leave: the server answers the next one', async () => {
    const { server, taken, onCrash } = await aServer(fault)
    const leaving = new AbortController()
    const { signal } = leaving
    const left = fetch(server.url + path, { headers, signal }).then((response) => response.text())
    const ended = expect(left).rejects.toThrow('abort')
    await taken

    leaving.abort()
    await ended

    expect((await fetch(server.url + path, { headers })).status).toBe(200)
    expect(onCrash).not.toHaveBeenCalled()
    await server.close()
  })

  test('does not keep the process when the server has closed', async () => {
    const script = `
      import { serve } from './mock/carriers/server.ts'
      import { createMock } from './mock/index.ts'
      const mock = createMock({ seed: { contacts: [{ _externalId: 'POS-000001' }] } })
      const server = await serve(mock, { port: 0 })
      mock.faults.add(${JSON.stringify(fault)})
      mock.journal.subscribe(() => setImmediate(() => server.close()))
      const waiting = fetch(server.url + '${path}', { headers: ${JSON.stringify(headers)} })
      await waiting.then((response) => response.text()).catch(() => console.log('let go'))
    `

    const ended = await run(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      timeout: minute / 3,
    })

    expect(ended).toMatchObject({ stdout: 'let go\n' })
  })
})

test.for<FaultOptions>([
  { kind: 'delay', ms: minute },
  { kind: 'slow-body', ms: minute },
])('an answer under %j whose client has left does no harm', async (fault) => {
  const { server, taken, onCrash } = await aServer(fault)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const leaving = new AbortController()
  const { signal } = leaving
  const left = fetch(server.url + path, { headers, signal }).then((response) => response.text())
  const ended = expect(left).rejects.toThrow('abort')
  await taken
  leaving.abort()
  await ended

  await vi.advanceTimersByTimeAsync(minute)
  const next = await fetch(server.url + path, { headers })

  expect(next.status).toBe(200)
  expect(onCrash).not.toHaveBeenCalled()
  await server.close()
})
