import { createMock } from 'connectif-sdk/mock'
import { keep } from 'connectif-sdk/mock/browser'
import { handlers } from 'connectif-sdk/mock/msw'
import { setupWorker } from 'msw/browser'

/**
 * Where the page looks for the API. Nothing is at this address, only the twin answers: the page
 * cannot reach a real account by mistake.
 */
export const baseUrl = 'https://connectif.localhost'

const mock = createMock({
  seed: {
    contacts: [{ _externalId: 'CARD-1001', _email: 'ada@example.com', _name: 'Ada', _points: 250 }],
  },
})

/**
 * Lets the twin answer in the service worker. It holds after a reload, and in every tab, what it
 * held; `onShared` hears when another tab has changed it.
 */
export async function startTwin(onShared: () => void): Promise<void> {
  keep(mock, { persist: 'local', onShared })
  await setupWorker(...handlers(mock, { baseUrl })).start({ quiet: true })
}
