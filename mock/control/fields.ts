import { answer } from '../call.ts'
import { fieldsOfContract } from '../generated/contact-fields.ts'
import { writableFields } from '../operations/contact-body.ts'
import type { ContactFieldRow } from '../state/rows.ts'
import type { ControlOperations } from './operation.ts'
import { accountOf } from './records.ts'

/** A field that every contact has, as the contract describes it. */
export interface FieldOfContract {
  readonly id: string
  /** In the words of custom fields. */
  readonly type: ContactFieldRow['type']
  /** The values that it may have, where only some are allowed. */
  readonly options?: readonly string[]
  /** Most characters that a value may have. */
  readonly maxLength?: number
  readonly description: string
}

/** Which fields contacts have: those of the contract in its order, then custom ones. */
export const fields: ControlOperations = {
  'GET /__twin/accounts/{id}/fields': {
    run: (input) => {
      const custom = [...accountOf(input).contactFields.values()]
      return answer(200, {
        fields: [...fieldsOfContract.map(ofContract), ...custom.map(ofAccount)],
      })
    },
  },
}

function ofContract({ options, ...field }: FieldOfContract) {
  return {
    ...field,
    // An option of the contract is its own name for people.
    ...(options && { options: options.map((id) => ({ id, label: id })) }),
    isCustom: false,
    isWritable: writableFields.includes(field.id),
  }
}

function ofAccount(field: ContactFieldRow) {
  return { ...field, isCustom: true, isWritable: true }
}
