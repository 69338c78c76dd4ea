import { useStore } from '../store/store.ts'
import { Code, Empty, Panel } from '../ui/blocks.tsx'
import { Copy } from '../ui/copy.tsx'

/** What stands where no key has opened an account yet. */
export function NoAccount() {
  const { origin } = useStore().api.twin
  const baseUrl = origin === undefined ? 'fetch: mock.fetch' : `baseUrl: '${origin}'`
  const code = `import { Connectif } from 'connectif-sdk'

const connectif = new Connectif({ apiKey: 'test:secret', ${baseUrl} })
await connectif.contacts.upsert({ externalId: 'POS-000123' }, { _name: 'Ada' })`
  return (
    <Panel title="No account is open yet" aside={<span class="push" />} bare>
      <Empty icon="contacts" title="Make a first call">
        Each API key opens an account of its own with the first call that it makes. What is in it
        shows up here at once.
      </Empty>
      <div class="inside stack">
        <Code label="A first call">{code}</Code>
        <div class="form-foot">
          <Copy text={code}>Copy</Copy>
        </div>
      </div>
    </Panel>
  )
}
