import fc from 'fast-check'
import type { Answer, Call } from '../../mock/index.ts'
import { hostileTexts } from './hostile-values.ts'

/** How a link is followed. */
export interface Following {
  /** Which of the links that were given; made up, where none was. */
  readonly which: number
  readonly method: string
  /** What becomes of its path. */
  readonly twist: string
  readonly text: string
}

const twists = fc.oneof(
  { arbitrary: fc.constant('none'), weight: 6 },
  fc.constantFrom('token', 'name', 'longer', 'shorter', 'upper', 'start'),
)

/** Ways to follow a link, half of them as it is. */
export const followings: fc.Arbitrary<Following> = fc.record({
  which: fc.nat(),
  method: fc.oneof(
    { arbitrary: fc.constant('GET'), weight: 6 },
    fc.constantFrom('HEAD', 'POST', 'DELETE', 'TRACE'),
  ),
  twist: twists,
  text: hostileTexts.map((text) => encodeURI(text.replace(/[\ud800-\udfff]/g, ''))),
})

/** The paths that an answer leads to: those of files, and those of imports and exports. */
export function linksIn({ body, status }: Answer): string[] {
  const files = body.matchAll(/"https:\/\/api\.connectif\.cloud(\/__files\/[^"]*)"/g)
  const [, id, kind] = /^\{"id":"(\w+)","(type|exportType)":/.exec(body) ?? []
  const job = kind === 'type' ? `/imports/${id}` : `/exports/${id}`
  return [...Array.from(files, ([, path = '']) => path), ...(status === 201 && kind ? [job] : [])]
}

/** The call that follows a link. Who has a link to a file needs no key. */
export function callTo(links: readonly string[], step: Following): Call {
  const { method, which } = step
  const link = links[which % links.length] ?? '/__files/0123456789abcdef/export-1.zip'
  const parts = { method, query: '', body: undefined, oversized: false }
  if (isFile(link)) return { ...parts, path: twisted(link, step), headers: {} }
  return { ...parts, path: link, headers: { authorization: 'apiKey test:secret' } }
}

/** Whether a path is that of a file. */
export function isFile(path: string): boolean {
  return path.startsWith('/__files/')
}

/**
 * Holds the answer to a download against what there can be at a path, after these links were given.
 *
 * @throws {Error} when there is something else
 */
export function downloadMustBeRight(
  { method, path }: Call,
  answer: Answer,
  links: readonly string[],
): void {
  const { status, file, body, headers } = answer
  must(status !== 200 || links.includes(path), `${path} was not given, and leads to a file`)
  const reads = method === 'GET' || method === 'HEAD'
  const statuses = reads ? [200, 404, 410] : [405]
  must(statuses.includes(status), `${method} of a file is answered with ${status}`)
  const hasFile = status === 200 && method === 'GET'
  must(hasFile === (file !== undefined), `${status}, and a file or none`)
  must(method !== 'HEAD' || body === '', 'HEAD has a body')
  if (file === undefined) return
  const start = new TextDecoder().decode(file.subarray(0, 4))
  const isZip = headers['content-type'] === 'application/zip'
  must(start === (isZip ? 'PK\u0003\u0004' : 'line'), `a file begins with ${start}`)
  const name = headers['content-disposition'] ?? ''
  must(/^attachment; filename="[\w-]+\.(zip|csv)"$/.test(name), `a file is called ${name}`)
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

function twisted(link: string, { which, twist, text }: Following): string {
  const [token = '', name = ''] = link.split('/').slice(2)
  switch (twist) {
    case 'token':
      return `/__files/${text}/${name}`
    case 'name':
      return `/__files/${token}/${text}`
    case 'longer':
      return `${link}/${text}`
    case 'shorter':
      return link.slice(0, -1 - (which % (link.length - '/__files/'.length)))
    case 'start':
      return `/__files/${token.slice(0, which % token.length)}/${name}`
    case 'upper':
      return `/__files/${token.toUpperCase()}/${name}`
    default:
      return link
  }
}
