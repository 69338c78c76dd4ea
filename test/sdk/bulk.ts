import { createMock, type MockOptions } from '../../mock/index.ts'
import {
  type BulkState,
  type Checkpoint,
  Connectif,
  type ConnectifOptions,
} from '../../sdk/index.ts'

/** A twin, and a client of it. */
export function aShop(options: Partial<ConnectifOptions> = {}, twin: MockOptions = {}) {
  const mock = createMock(twin)
  const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch, ...options })
  return { mock, connectif }
}

/** Contacts to load, each with an External ID of its own. */
export function rows(count: number) {
  return Array.from({ length: count }, (_, at) => ({ _externalId: `K ${at}`, _points: at }))
}

/** A checkpoint in memory, and what was saved there. */
export function aCheckpoint(): Checkpoint & { saved: BulkState[] } {
  const saved: BulkState[] = []
  return {
    saved,
    load: () => saved.at(-1),
    save: (state) => {
      saved.push(structuredClone(state))
    },
  }
}
