/** Loads contacts into a twin, going on from a checkpoint: base URL, file, how many, at a time. */
import { Connectif } from '../../sdk/index.ts'

const [baseUrl = '', path = '', count = '', concurrency = ''] = process.argv.slice(2)
const connectif = new Connectif({ apiKey: 'test:secret', baseUrl })

function* rows() {
  for (let at = 0; at < Number(count); at++) yield { _externalId: `POS ${at}`, _points: at }
}

await connectif.contacts.upsertMany(rows(), {
  concurrency: Number(concurrency),
  checkpoint: { path },
})
