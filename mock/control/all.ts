import { answer } from '../call.ts'
import { byHand } from './by-hand.ts'
import { clock } from './clock.ts'
import { contacts } from './contacts.ts'
import { description } from './description.ts'
import { faults } from './faults.ts'
import { fields } from './fields.ts'
import { files } from './files.ts'
import { journal } from './journal.ts'
import { limits } from './limits.ts'
import { memory } from './memory.ts'
import type { ControlOperations } from './operation.ts'
import { overview } from './overview.ts'
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
  ...contacts,
  ...records,
  ...fields,
  ...overview,
  ...byHand,
  ...files,
  ...memory,
  ...clock,
  ...faults,
  ...journal,
  ...limits,
  ...verdict,
  ...rules,
  ...tracking,
  ...description,
}
