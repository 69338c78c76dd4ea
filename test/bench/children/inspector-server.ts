/**
 * One twin with contacts behind two servers of one process, which says the port of the one with
 * the inspector; that of the one without is told when it is asked for.
 */
import { createMock } from 'connectif-sdk/mock'
import { serve } from 'connectif-sdk/mock/server'
import { patch } from '../contacts.ts'
import { processorTime } from './report.ts'

const mock = createMock()
for (let number = 0; number < Number(process.argv[2]); number++) patch(mock, number)

const server = await serve(mock, { port: 0 })
const without = await serve(mock, { port: 0, control: 'off' })
process.on('message', (message) => {
  process.send?.(message === 'port without inspector' ? without.port : processorTime())
})
process.send?.(server.port)
