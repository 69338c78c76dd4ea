import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Logger } from '../../sdk/index.ts'
import { json, lost, outcome, type Step, scripted, silence, status } from './scripted.ts'

const x = { externalId: 'secret@example.com' }

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a wait that would outlast the total time is not begun: the call fails with its error', async () => {
  const { connectif, requests } = scripted([status(429, { 'retry-after': '20' })], {
    totalTimeout: 10_000,
  })

  expect(await outcome(connectif.contacts.get(x))).toMatchObject({ status: 429 })
  expect([Date.now(), requests.length]).toEqual([0, 1])
})

test('a call that is held back for longer than it has fails at once, and sends nothing', async () => {
  const { connectif, requests } = scripted([status(429, { 'retry-after': '20' }), json({})])
  const first = connectif.contacts.get(x)
  await vi.advanceTimersByTimeAsync(1)

  const second = connectif.contacts.get(x, { totalTimeout: 5000 })

  await expect(second).rejects.toMatchObject({
    name: 'TimeoutError',
    message: expect.stringMatching(/within 5000 ms$/),
  })
  expect(requests).toHaveLength(1)
  await vi.runAllTimersAsync()
  await first
})

test('the last try has only the time that is left', async () => {
  const { connectif } = scripted([silence], { timeout: 8000, totalTimeout: 10_000 })

  expect(await outcome(connectif.contacts.get(x))).toMatchObject({ name: 'TimeoutError' })
  expect(Date.now()).toBeLessThanOrEqual(10_000)
})

const quota = (remaining: number) => ({
  'x-ratelimit-limit': '100',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': '30',
})

/** Answers after five seconds that one call is left. */
const slow: Step = async () => {
  await new Promise((resolve) => setTimeout(resolve, 5000))
  return Response.json({}, { headers: quota(1) })
}

test('a call that waits for room fails when its time is over, and is not sent then', async () => {
  const { connectif, requests } = scripted([json({}, 200, quota(1)), slow, json({})])
  await connectif.contacts.get(x)
  const first = connectif.contacts.get(x)

  const second = connectif.contacts.get(x, { totalTimeout: 2000 }).catch((error) => {
    return { name: error.name, message: error.message, at: Date.now() }
  })
  await vi.advanceTimersByTimeAsync(6000)

  expect(await second).toMatchObject({ name: 'TimeoutError', at: 2000 })
  expect(await second).toMatchObject({ message: expect.stringMatching(/within 2000 ms$/) })
  expect(requests).toHaveLength(2)
  await first
})

test('a retry that waits for room takes none once the call is out of time', async () => {
  const steps = [json({}, 200, quota(2)), slow, status(503, quota(1)), json({}, 200, quota(1))]
  const { connectif, requests } = scripted(steps)
  await connectif.contacts.get(x)
  const first = connectif.contacts.get(x)

  const second = connectif.contacts.get(x, { totalTimeout: 2000 })
  await expect(Promise.all([second, vi.advanceTimersByTimeAsync(6000)])).rejects.toMatchObject({
    name: 'TimeoutError',
  })
  await first
  connectif.contacts.get(x).catch(() => {})
  await vi.advanceTimersByTimeAsync(1)

  expect(requests).toHaveLength(4)
})

test.for([0, -1, 1.5, Number.NaN])('a total time of %d ms is refused', async (totalTimeout) => {
  const { connectif } = scripted([json({})])

  await expect(connectif.contacts.get(x, { totalTimeout })).rejects.toMatchObject({
    name: 'ConnectifError',
  })
})

test('a logger hears of calls, waits and pauses, and of no id or key', async () => {
  const lines: string[] = []
  const level = (name: string) => (message: string) => lines.push(`${name} ${message}`)
  const logger: Logger = {
    debug: level('debug'),
    info: level('info'),
    warn: level('warn'),
    error: level('error'),
  }
  const steps = [status(429, { 'retry-after': '3' }), json({}), lost()]
  const { connectif } = scripted(steps, { logger, maxRetries: 1 })
  vi.spyOn(Math, 'random').mockReturnValue(0.5)

  await outcome(connectif.contacts.get(x))
  await outcome(connectif.contacts.get(x))
  vi.mocked(Math.random).mockRestore()

  const path = '/contacts/external-id/{externalId}'
  expect(lines.map((line) => line.replace(/\d+ ms$/, 'n ms'))).toEqual([
    'info all calls wait 3000 ms: refused',
    `warn GET ${path} waits 3000 ms: 429`,
    `debug GET ${path} 200 in n ms`,
    `warn GET ${path} waits 150 ms: connection`,
    `error GET ${path}: no whole answer`,
  ])
})
