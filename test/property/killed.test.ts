import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { random } from '../../mock/builders/random.ts'
import { serve } from '../../mock/carriers/server.ts'
import { createMock } from '../../mock/index.ts'
import { seed } from './runs.ts'

/** 10 000 at night. */
const items = process.env.CONNECTIF_RUNS ? 10_000 : 1000
const concurrency = 8
const kills = 10
const script = fileURLToPath(new URL('./killed-load.ts', import.meta.url))

test('a run that is killed ten times loses nothing, and repeats only what was in flight', {
  timeout: 120_000,
}, async () => {
  const mock = createMock()
  const { url, close } = await serve(mock, { port: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'connectif-killed-'))
  onTestFinished(async () => {
    await close()
    await rm(folder, { recursive: true })
  })
  const { integer } = random(seed)
  const points = Array.from({ length: kills - 1 }, () => integer(1, items))
  // The last item twice, so that kills follow one another without anything done in between.
  points.push(items)
  points[0] = items
  points.sort((a, b) => b - a)
  let running: ChildProcess | undefined
  mock.journal.subscribe(() => {
    // What the one before had sent arrives after its end: that kills nobody a second time.
    if (!running || mock.contacts.count < (points.at(-1) ?? Number.POSITIVE_INFINITY)) return
    points.pop()
    running.kill('SIGKILL')
    running = undefined
  })

  const ends: unknown[] = []
  while (!ends.includes(0)) {
    const args = [url, join(folder, 'checkpoint.json'), String(items), String(concurrency)]
    running = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
    const [code, signal] = await once(running, 'exit')
    ends.push(code ?? signal)
    if (typeof code === 'number' && code > 0) break
  }

  expect(ends).toEqual([...Array(kills).fill('SIGKILL'), 0])
  expect(mock.contacts.count).toBe(items)
  expect(mock.contacts.all().every((one) => one._externalId === `POS ${one._points}`)).toBe(true)
  expect(mock.journal.count).toBeGreaterThan(items)
  expect(mock.journal.count - items).toBeLessThanOrEqual(kills * concurrency)
})
