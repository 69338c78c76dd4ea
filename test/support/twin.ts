import { createMock, type MockOptions } from '../../mock/index.ts'
import { Connectif } from '../../sdk/index.ts'
import { apiKey, checked, clock } from './carriers.ts'

/** A twin and a client of it; every answer is held against the contract. */
export function aTwin(options: MockOptions = {}) {
  const mock = createMock({ clock, ...options })
  return { mock, connectif: new Connectif({ apiKey, fetch: checked(mock.fetch), maxRetries: 0 }) }
}
