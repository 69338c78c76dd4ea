import { type Place, problems, type Violation } from '../problems.ts'
import type { Access, Accounts } from '../state/accounts.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

/** Bytes that a body may have: "50 Mb". Documented for imports and custom events. */
export const bodyLimit = 50_000_000

/** Whether a body of this content type comes as bytes. */
export function isMultipart(contentType: string | undefined): boolean {
  return contentType !== undefined && /^\s*multipart\//i.test(contentType)
}

/** Bytes that are received of a body; in multipart it is the file in it that has the limit. */
export function limitOf(contentType: string | undefined): number {
  return isMultipart(contentType) ? bodyLimit + 1_000_000 : bodyLimit
}

const wellFormedKey = /^apiKey ([!-9;-~]+:[!-~]+)$/

/** Whether a key could stand in the header. */
export function isWellFormed(apiKey: string): boolean {
  return wellFormedKey.test(`apiKey ${apiKey}`)
}

/** The header as one string: sent twice, it is no key. Answered without a body. */
export const keyMustOpenAnAccount = rule(
  {
    id: 'key',
    grade: 'documented',
    source: sources.authentication,
    says: 'Every call carries `Authorization: apiKey id:secret`.',
  },
  (accounts: Accounts, authorization: string | undefined): Access => {
    const key = wellFormedKey.exec(authorization ?? '')?.[1]
    const access = key === undefined ? undefined : accounts.access(key)
    if (access === undefined) throw problems.noKey(accounts.unauthorizedBody)
    return access
  },
)

const contentType = {
  id: 'content-type',
  grade: 'documented',
  source: sources.createExport,
  says: 'JSON has a JSON content type, and a file comes as multipart.',
} as const

/** Parameters of the type, such as a charset, do not matter. */
export const typeMustBeJson = rule(contentType, (given: string | undefined) => {
  const type = given?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json' && !type?.endsWith('+json')) throw problems.notJsonType()
})

/** The boundary is a matter of the body. */
export const typeMustBeMultipart = rule(contentType, (given: string | undefined) => {
  if (!/^\s*multipart\/form-data\s*(;|$)/i.test(given ?? '')) throw problems.notMultipartType()
})

/** The figure is documented for imports and custom events, assumed for the rest. */
export const bodyMustBeSmall = rule(
  {
    id: 'body-size',
    grade: 'documented',
    source: sources.createImport,
    says: 'A body has at most 50 MB.',
  },
  (oversized: boolean) => {
    if (oversized) throw problems.tooLarge(bodyLimit)
  },
)

const bodyShape = {
  id: 'body-shape',
  grade: 'documented',
  source: sources.createImport,
  says: 'A body has the documented shape.',
} as const

/** 400 when it is not JSON at all. */
export const bodyMustBeJson = rule(bodyShape, (text: string | undefined): unknown => {
  if (text === undefined || text === '') throw problems.notJson('The body is empty.')
  try {
    return JSON.parse(text)
  } catch {
    throw problems.notJson('The body is not valid JSON.')
  }
})

/** The fields of a form by name, each as often as it was sent. */
type Form = ReadonlyMap<string, readonly (string | Uint8Array)[]>

/** 400 when it is not the multipart that it says. */
export const bodyMustBeForm = rule(bodyShape, (form: Form | undefined): Form => {
  if (form === undefined) throw problems.notMultipart('The body is not valid multipart/form-data.')
  return form
})

/** 422 with every field that does not fit; 400 in a path. */
export const shapeMustFit = rule(bodyShape, (violations: readonly Violation[], place: Place) => {
  throw problems.misfit(violations, place)
})

/** Undocumented. An address that cannot be decoded names nothing. */
export const pathMustDecode = rule(
  {
    id: 'path-encoding',
    grade: 'assumed',
    source: sources.undocumented,
    says: 'An address in the path is percent-encoded UTF-8.',
  },
  (segment: string): string => {
    try {
      return decodeURIComponent(segment)
    } catch {
      throw problems.malformedPath()
    }
  },
)

/** Which scope an operation needs is not documented; it is written in the contract. */
export const scopeMustBeGranted = rule(
  {
    id: 'scope',
    grade: 'documented',
    source: sources.authentication,
    says: 'The key has the scope of the operation, and its account is not blocked.',
  },
  ({ account, scopes }: Access, scope: string) => {
    if (account.settings.blocked) throw problems.blocked()
    if (scopes && !scopes.has(scope)) throw problems.scopeMissing(scope)
  },
)
