/** Bytes of heap that a contact of the twin takes. Needs `--expose-gc`. */
import { patch } from '../contacts.ts'
import { type Setup, twinOf } from '../twins.ts'
import { report } from './report.ts'

const count = Number(process.argv[2])
const mock = twinOf(process.argv[3] as Setup)
patch(mock, 0)
const before = heapUsed()
for (let number = 1; number <= count; number++) patch(mock, number)
report((heapUsed() - before) / count)
// Until here it must stay in memory.
mock.reset()

function heapUsed() {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
