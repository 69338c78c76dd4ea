import { readFileSync, realpathSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import type { Answer, Call } from '../call.ts'
import { packageFile } from './node-package.ts'

const index = '/__twin/'
const assets = '/__twin/assets/'
const plain = { 'content-type': 'text/plain; charset=utf-8' }
const notBuilt =
  'The inspector is not built yet: run `npm run build` in the sources of connectif-sdk.\n'

/** Nothing but what the server itself has: no script, style or data in the page, no other site. */
const policy = "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * The inspector, as built into a folder. Its files are read only when somebody asks for them, and
 * none outside of the folder is.
 */
export class NodeInspector {
  readonly #folder: string

  constructor(folder: string = packageFile('dist/mock/inspector')) {
    this.#folder = folder
  }

  /** The page, or a part of it; undefined where the control API itself is meant. */
  answerTo({ method, path, headers }: Pick<Call, 'method' | 'path' | 'headers'>) {
    if (method !== 'GET' && method !== 'HEAD') return undefined
    if (path.startsWith(assets)) return this.#asset(path.slice(assets.length))
    if (!wantsPage(headers.accept)) return undefined
    if (path === index) return this.#page()
    // Without the slash, what the page names would be looked for beside it.
    return `${path}/` === index
      ? { status: 308, headers: { location: index }, body: '' }
      : undefined
  }

  #page(): Answer {
    const file = this.#read('index.html')
    if (file === undefined) return { status: 404, headers: plain, body: notBuilt }
    return found(file, '.html', 'no-store')
  }

  #asset(name: string): Answer {
    const parts = name.split('/')
    const isPlain = parts.every((part) => /^\w[\w.-]*$/.test(part))
    const type = extname(name).toLowerCase()
    const file = isPlain && type in types ? this.#read(join('assets', ...parts)) : undefined
    if (file === undefined) return { status: 404, headers: plain, body: 'There is no such file.\n' }
    return found(file, type, hasHash(name) ? 'public, max-age=31536000, immutable' : 'no-cache')
  }

  /** Where links lead counts, not where they stand. */
  #read(name: string): Uint8Array | undefined {
    try {
      const folder = realpathSync(this.#folder)
      const file = realpathSync(join(folder, name))
      return file.startsWith(folder + sep) ? readFileSync(file) : undefined
    } catch (thrown) {
      const { code = '' } = thrown as NodeJS.ErrnoException
      if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'].includes(code)) return undefined
      throw thrown
    }
  }
}

function found(file: Uint8Array, type: string, cache: string): Answer {
  const headers = {
    'content-type': types[type] as string,
    'content-security-policy': policy,
    'cache-control': cache,
  }
  return { status: 200, headers, body: '', file }
}

/** Browsers ask for a page by its type, and programs for JSON, or for whatever there is. */
function wantsPage(accept = '') {
  return /text\/html/i.test(accept) && !/application\/json/i.test(accept)
}

/** As bundlers name files by what is in them; all in lower case would be a word. */
function hasHash(name: string) {
  const [, hash = ''] = /[.-]([\w-]{8,})\.\w+$/.exec(name) ?? []
  return /[A-Z\d]/.test(hash)
}
