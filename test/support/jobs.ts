import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { Connectif } from '../../sdk/index.ts'

/** A moment at which the twin stands still. */
export const clock = '2026-01-01T00:00:00.000Z'

/** A twin that stands still, and a client of it. */
export function twin(options: MockOptions = {}) {
  const mock = createMock({ clock, ...options })
  return { mock, connectif: new Connectif({ apiKey: 'test:secret', fetch: mock.fetch }) }
}

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
