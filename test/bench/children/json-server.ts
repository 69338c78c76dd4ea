/** json-server with contacts, in memory: as a command it would write its file at every change. */
import { createServer, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { createMock } from 'connectif-sdk/mock'
import { externalIdOf, patch } from '../contacts.ts'
import { peersFolder } from '../peers.ts'
import { report } from './report.ts'

interface JsonServer {
  create(): RequestListener & { use(handler: unknown): void }
  defaults(options: { logger: boolean }): unknown
  router(data: object): unknown
}

const jsonServer: JsonServer = createRequire(peersFolder)('json-server')
const mock = createMock()
const contacts = Array.from({ length: Number(process.argv[2]) }, (_, number) => ({
  ...JSON.parse(patch(mock, number)),
  id: externalIdOf(number),
}))

const app = jsonServer.create()
app.use(jsonServer.defaults({ logger: false }))
app.use(jsonServer.router({ contacts }))
const server = createServer(app).listen(0, '127.0.0.1', () => {
  report((server.address() as AddressInfo).port)
})
