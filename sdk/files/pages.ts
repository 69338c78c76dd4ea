import { ConnectifError } from '../errors.ts'
import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'

/** Paths of lists that come in pages. */
type ListPath = '/imports/' | '/exports/'

/** The pages of a list, each got when the one before it has been walked through. */
export async function* pages<One>(
  transport: Transport,
  path: ListPath,
  options?: CallOptions,
): AsyncGenerator<One[]> {
  const { baseUrl } = transport.defaults
  const target = () => ({ path })
  const seen = new Set([`${new URL(baseUrl).pathname.replace(/\/$/, '')}${path}`])
  for (let at: `/${string}` | undefined; ; ) {
    const { links, results } = await transport.call('GET', target, { ...options, at })
    if (!Array.isArray(results)) throw new ConnectifError(`GET ${path}: a page has no results`)
    at = links?.next ? ownPath(links.next, baseUrl) : undefined
    // Seam: what a list is of goes with its path.
    yield results as One[]
    if (!at) return
    if (seen.has(at)) throw new ConnectifError(`GET ${path}: the pages lead in a circle`)
    seen.add(at)
  }
}

/** Path and query of a link. The key goes to it, so it must be where the client sends calls to. */
function ownPath(link: string, baseUrl: string): `/${string}` {
  const url = URL.canParse(link, baseUrl) ? new URL(link, baseUrl) : undefined
  const { origin } = new URL(baseUrl)
  if (url?.origin === origin) return `${url.pathname as '/'}${url.search}`
  throw new ConnectifError(`a page leads to one that is not at ${origin}`)
}
