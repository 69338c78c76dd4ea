import type { Mock } from '../../mock/index.ts'
import type { Connectif } from '../../sdk/index.ts'

/** A file of contacts, one a line. */
function fileOf(count: number, prefix = 'K') {
  const lines = Array.from({ length: count }, (_, number) => `${prefix}${number}\n`)
  return `_externalId\n${lines.join('')}`
}

/** Imports so many contacts. */
export function imported({ imports }: Connectif, count: number, prefix?: string) {
  return imports.create({ type: 'contacts', file: fileOf(count, prefix) })
}

/** How far each import is. */
export function stateOf(mock: Mock) {
  return mock.imports.all().map(({ status, success }) => [status, success])
}
