/** The least a server could do: the answers of the twin, from a `Map`, without any check. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMock } from 'connectif-sdk/mock'
import { externalIdOf, patch } from '../contacts.ts'
import { report } from './report.ts'

const contacts = new Map<string, Record<string, unknown>>()
const mock = createMock()
for (let number = 0; number < Number(process.argv[2]); number++) {
  contacts.set(externalIdOf(number), JSON.parse(patch(mock, number)))
}

const server = createServer((request, response) => {
  let text = ''
  request.on('data', (chunk) => {
    text += chunk
  })
  request.on('end', () => {
    const path = request.url as string
    const id = decodeURIComponent(path.slice('/contacts/external-id/'.length))
    const contact = {
      ...contacts.get(id),
      ...JSON.parse(text),
      _updatedAt: new Date().toISOString(),
    }
    contacts.set(id, contact)
    const body = JSON.stringify(contact)
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  report((server.address() as AddressInfo).port)
})
