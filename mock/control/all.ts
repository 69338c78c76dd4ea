import { answer } from '../call.ts'
import { clock } from './clock.ts'
import { description } from './description.ts'
import { faults } from './faults.ts'
import { files } from './files.ts'
import { journal } from './journal.ts'
import { memory } from './memory.ts'
import type { ControlOperations } from './operation.ts'
import { records } from './records.ts'
import { rules } from './rules.ts'
import { state } from './state.ts'
import { tracking } from './tracking.ts'
import { verdict } from './verdict.ts'

const about = 'Steers this twin of the Connectif API; /__twin/openapi.yaml describes how.'

/** Every operation of the control API, by its key. */
export const operations: ControlOperations = {
  'GET /__twin/': { run: () => answer(200, { about, operations: Object.keys(operations) }) },
  ...state,
  ...records,
  ...files,
  ...memory,
  ...clock,
  ...faults,
  ...journal,
  ...verdict,
  ...rules,
  ...tracking,
  ...description,
}
