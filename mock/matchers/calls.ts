import { messageOf } from '../../sdk/error-parts.ts'
import type { JournalEntry } from '../journal.ts'
import type { Mock } from '../mock.ts'
import type { ContactAddress } from '../rules/external-id.ts'
import { shortened } from '../shortened.ts'
import { isDone } from '../verdict/reading.ts'

/** The calls of the journal that went to a contact by this address, whatever became of them. */
export function callsTo(twin: Mock, address: ContactAddress): JournalEntry[] {
  const [kind, wanted] = parted(address)
  const index = twin.openAccounts().values().next().value?.contacts.by[kind]
  return twin.journal.calls().filter(({ operation, path }) => {
    if (!operation?.endsWith(`{${kind}}`)) return false
    const value = addressIn(path)
    return index ? index.same(value, wanted) : value === wanted
  })
}

/** Whether a call wrote a contact. */
export function isUpsert(call: JournalEntry): boolean {
  return (call.operation?.startsWith('PATCH /contacts/') ?? false) && isDone(call)
}

/** A call and its answer in one line. */
export function lineOf(entry: JournalEntry): string {
  const { method, path, requestBody = '' } = entry
  const request = `${method} ${path} ${shortened(requestBody)}`.trimEnd()
  const fault = entry.fault ? `, fault ${entry.fault}` : ''
  return `${request} → ${answerIn(entry)}${fault}`
}

/** A refusal in the words that the SDK has for it. */
function answerIn(call: JournalEntry): string {
  const { method, path, status, body, rule } = call
  if (isDone(call)) return String(status)
  const known = { rateLimit: undefined, retryAfterMs: undefined, rule }
  const message = messageOf({ method, path, status, body: parsed(body), ...known })
  return rule ? `${message} (rule ${rule})` : message
}

function parted(address: ContactAddress) {
  return address.email !== undefined
    ? (['email', address.email] as const)
    : (['externalId', address.externalId] as const)
}

/** From the path: of a call whose key was refused, the journal has no address. */
function addressIn(path: string): string {
  const segment = path.replace(/\?.*/s, '').replace(/.*\//s, '')
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
