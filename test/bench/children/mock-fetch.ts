/** `mock.fetch`, or the objects that a call of it is made of: `call` or `objects`. */
import { headers, patch, patchOf, pathOf } from '../contacts.ts'
import { type Setup, twinOf } from '../twins.ts'
import { reportCalls } from './report.ts'

const mock = twinOf(process.argv[3] as Setup)
const text = patch(mock, 0)
const url = `https://api.connectif.cloud${pathOf(0)}`
let points = 0

const sides = {
  call: async () => {
    const response = await mock.fetch(url, init())
    return response.text()
  },
  objects: async () => {
    const request = new Request(url, init())
    await request.text()
    return new Response(text, { headers: { 'content-type': 'application/json' } }).text()
  },
}
reportCalls(sides[process.argv[2] as keyof typeof sides])

function init() {
  points += 1
  return { method: 'PATCH', headers, body: JSON.stringify(patchOf(0, points)) }
}
