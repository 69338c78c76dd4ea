/** The twin on `node:http`, with contacts in it. */
import { serve } from 'connectif-sdk/mock/server'
import { patch } from '../contacts.ts'
import { type Setup, twinOf } from '../twins.ts'
import { report } from './report.ts'

const mock = twinOf(process.argv[3] as Setup)
for (let number = 0; number < Number(process.argv[2]); number++) patch(mock, number)

const server = await serve(mock, { port: 0 })
report(server.port)
