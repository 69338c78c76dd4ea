import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ControlOperations } from './operation.ts'

const type = { 'content-type': 'application/yaml; charset=utf-8' }

/** What there is to read about the control API. */
export const description: ControlOperations = {
  'GET /__twin/openapi.yaml': {
    run: () => ({ status: 200, headers: type, body: readFileSync(file(), 'utf8') }),
  },
}

/** The package has it beside the sources, not beside what is built from them. */
function file() {
  const root = createRequire(import.meta.url).resolve('connectif-sdk/package.json')
  return join(dirname(root), 'mock/control/openapi.yaml')
}
