/** Prism on the contract. Its command takes a port and does not tell when it listens. */
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { peersFolder } from '../peers.ts'
import { report } from './report.ts'

const contract = fileURLToPath(new URL('../../../openapi.yaml', import.meta.url))
const port = await freePort()
process.argv.splice(2, Number.POSITIVE_INFINITY, 'mock', contract, '-p', `${port}`, '-v', 'silent')
createRequire(peersFolder)('@stoplight/prism-cli/dist/index.js')
while (!(await listens())) await setTimeout(50)
report(port)

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function listens() {
  const socket = connect(port, '127.0.0.1')
  const answer = await Promise.race([once(socket, 'connect'), once(socket, 'error')]).catch(() => [
    'refused',
  ])
  socket.destroy()
  return answer.length === 0
}
