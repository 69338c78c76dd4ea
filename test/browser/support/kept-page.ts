/** Runs in the browser: a twin that is kept as the page's address says, and what became of it. */
import { keep, type Trouble } from '../../../mock/browser.ts'
import { createMock } from '../../../mock/index.ts'
import { Connectif } from '../../../sdk/index.ts'

const asked = new URLSearchParams(location.search)
const clock = asked.get('clock')
const mock = createMock({
  ...(clock ? { clock } : {}),
  seed: { contacts: [{ _externalId: 'seeded' }] },
})
const troubles: Trouble[] = []
const page = {
  mock,
  troubles,
  /** How often another tab's state was taken over. */
  shared: 0,
  /** How often something was saved. */
  saved: 0,
  connectif: new Connectif({ apiKey: 'shop:secret', fetch: mock.fetch }),
  kept: keep(mock, {
    persist: asked.get('persist') as 'session' | 'local',
    onTrouble: (trouble) => troubles.push(trouble),
    onShared: () => {
      page.shared += 1
    },
  }),
  /** The External IDs of all contacts. */
  ids: () => mock.contacts.all().map(({ _externalId }) => _externalId),
}
const { setItem } = Storage.prototype
Storage.prototype.setItem = function (...args) {
  page.saved += 1
  setItem.apply(this, args)
}

declare global {
  var keptPage: typeof page
}

globalThis.keptPage = page
