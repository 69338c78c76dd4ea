import { stripVTControlCharacters } from 'node:util'
import { createMock, type MockOptions } from '../../mock/index.ts'
import { callOf } from './ask.ts'

/** A twin, and what sends it a call; with the key of its account unless one is given. */
export function aTwinToSendTo(options: MockOptions = {}) {
  const mock = createMock({ clock: '2026-01-01T00:00:00Z', ...options })
  const send = (line: string, body?: unknown, key = 'test:secret') => {
    const headers = { authorization: `apiKey ${key}`, 'content-type': 'application/json' }
    return mock.handle(callOf(line, body, { headers }))
  }
  return { mock, send }
}

/** What an assertion that fails says. */
export function messageOf(assertion: () => unknown): string {
  try {
    assertion()
  } catch (error) {
    return stripVTControlCharacters((error as Error).message)
  }
  throw new Error('the assertion did not fail')
}
