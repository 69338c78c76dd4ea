import { type Answer, answer } from './call.ts'
import { reportCsv } from './jobs/report.ts'
import type { FileKind } from './operations/operation.ts'
import { problems } from './problems.ts'
import { linkMustLive } from './rules/files.ts'
import type { Account } from './state/account.ts'
import type { Accounts } from './state/accounts.ts'

const prefix = '/__files/'
/** How many links are kept; the oldest go first. */
const capacity = 10_000

interface Link {
  readonly accountId: string
  readonly kind: FileKind
  /** Id of the import or the export. */
  readonly id: string
  /** When it was made, in milliseconds since 1970. */
  readonly madeAt: number
}

/** Whether a path leads to a file. */
export function isDownload(path: string): boolean {
  return path.startsWith(prefix)
}

/**
 * Links to files. Whoever has one can download, without a key, so nothing of a key is in it; where
 * it leads is known here alone.
 */
export class Downloads {
  readonly #links = new Map<string, Link>()
  readonly #counts = new Map<string, number>()

  /** The path of a new link. */
  open(accountId: string, kind: FileKind, id: string, madeAt: number): string {
    const count = (this.#counts.get(accountId) ?? 0) + 1
    this.#counts.set(accountId, count)
    const token = tokenOf(`${accountId}\n${count}`)
    this.#links.set(token, { accountId, kind, id, madeAt })
    const [oldest] = this.#links.keys()
    if (this.#links.size > capacity) this.#links.delete(oldest as string)
    return `${prefix}${token}/${nameOf(kind, id)}`
  }

  /** The file at a path; refused when the link is unknown, or dead. */
  answerTo(path: string, accounts: Accounts, now: number): Answer {
    const [token = '', ...names] = path.slice(prefix.length).split('/')
    const name = names.join('/')
    const link = this.#links.get(token)
    if (link === undefined || name !== nameOf(link.kind, link.id)) throw problems.linkUnknown()
    linkMustLive(link.madeAt, now)
    const account = accounts.find(link.accountId)
    const found = account && download(account, link.kind, link.id)
    if (found === undefined) throw problems.linkDead()
    return found
  }

  /** Forgets all links. */
  clear(): void {
    this.#links.clear()
    this.#counts.clear()
  }
}

/** The file of a finished export, or the error report of an import; undefined without one. */
export function download(account: Account, kind: FileKind, id: string): Answer | undefined {
  const file = fileOf(account, kind, id)
  if (file === undefined) return undefined
  const headers = {
    'content-type': kind === 'export' ? 'application/zip' : 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${nameOf(kind, id)}"`,
  }
  return { ...answer(200), headers, file }
}

function fileOf(account: Account, kind: FileKind, id: string): Uint8Array | undefined {
  if (kind === 'export') {
    const row = account.exports.get(id)
    return row?.status === 'finished' ? row.file : undefined
  }
  const row = account.imports.get(id)
  return row && reportCsv(row)
}

function nameOf(kind: FileKind, id: string) {
  return kind === 'export' ? `export-${id}.zip` : `import-${id}-errors.csv`
}

/** 16 hex characters, the same for the same text: FNV-1a from two starts. */
function tokenOf(text: string) {
  return [0x811c9dc5, 0x01000193].map((start) => hashOf(text, start)).join('')
}

function hashOf(text: string, start: number) {
  let hash = start
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}
