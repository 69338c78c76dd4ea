import type { ControlOperations } from './operation.ts'
import { Refusal } from './refusal.ts'

const type = { 'content-type': 'application/yaml; charset=utf-8' }

/** What there is to read about the control API. */
export const description: ControlOperations = {
  'GET /__twin/openapi.yaml': {
    run: ({ files }) => {
      if (files.description) return { status: 200, headers: type, body: files.description() }
      throw new Refusal(404, 'there are no files here; the package has mock/control/openapi.yaml')
    },
  },
}
