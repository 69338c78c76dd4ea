import { inspect, styleText } from 'node:util'
import { isLoopback } from '../carriers/host.ts'
import type { Seed, SeedContact } from '../state/seed.ts'

/** What there is to tell of a server that has just started. */
export interface Served {
  readonly url: string
  /** The address that it is bound to. */
  readonly host: string
  readonly seed: Seed
}

/** How to use the server, with a call to paste for curl and one for the SDK. */
export function welcome({ url, host, seed }: Served): string {
  const known = seed.contacts?.find(({ _externalId }) => _externalId !== undefined)

  return `
${styleText('bold', 'A twin of the Connectif API runs at')} ${styleText('cyan', url)}

  API key   any id:secret; each key opens an account of its own
  Account   ${contents(seed)}; in memory only
${
  isLoopback(host)
    ? `  Inspector ${url}/__twin/ in a browser; programs steer the twin there`
    : '  Mind      everybody who reaches this machine can use it, and nobody steer it'
}

${styleText('bold', 'Call it with curl')}

${curl(url, known)}

${styleText('bold', 'or with the SDK, in a file such as try.mjs')}

${snippet(url, known)}

Ctrl+C stops it.
`
}

function contents(seed: Seed) {
  const counts = (['contacts', 'products', 'purchases'] as const)
    .filter((kind) => seed[kind]?.length)
    .map((kind) => `${seed[kind]?.length} ${kind}`)
  return counts.length === 0 ? 'starts empty' : `starts with ${counts.join(', ')}`
}

/** One line, also where it is long, in quotes that every shell understands. */
function curl(url: string, known: SeedContact | undefined) {
  const key = '-H "Authorization: apiKey test:secret"'
  if (known) return `curl ${key} ${url}/contacts/external-id/${encoded(known._externalId)}`

  const patch = String.raw`-X PATCH -H "Content-Type: application/json" -d "{\"_name\":\"Ada\"}"`
  return `curl ${key} ${patch} ${url}/contacts/external-id/POS-000123`
}

function snippet(url: string, known: SeedContact | undefined) {
  const call = known
    ? `get({ externalId: ${inspect(known._externalId)} })`
    : `upsert(
  { externalId: 'POS-000123' },
  { _name: 'Ada' },
)`

  return `import { Connectif } from 'connectif-sdk'

const connectif = new Connectif({
  apiKey: 'test:secret',
  baseUrl: '${url}',
})
const contact = await connectif.contacts.${call}
console.log(contact)`
}

/** Fit for a URL without quotes around it: shells take these characters for their own. */
function encoded(externalId: string | undefined) {
  return encodeURIComponent(`${externalId}`).replace(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
