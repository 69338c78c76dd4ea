import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether there is a Redis to test against. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

if (!hasRedis) console.warn('redis-server is not installed: tests of the queue are skipped')

/** A Redis that keeps nothing, on a socket of its own. */
export async function aRedis(): Promise<{ path: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'connectif-redis-'))
  const path = join(folder, 'socket')
  const options = ['--port', '0', '--unixsocket', path, '--save', '', '--appendonly', 'no']
  const server = spawn('redis-server', options, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const chunk of server.stdout) if (/ready to accept/i.test(String(chunk))) break
  return {
    path,
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true })
    },
  }
}
