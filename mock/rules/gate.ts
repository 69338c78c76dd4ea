import { type Place, problems, type Violation } from '../problems.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

/** Bytes that a body may have: "50 Mb". Documented for imports and custom events. */
export const bodyLimit = 50_000_000

const wellFormedKey = /^apiKey ([!-9;-~]+:[!-~]+)$/

/** Whether a key could stand in the header. */
export function isWellFormed(apiKey: string): boolean {
  return wellFormedKey.test(`apiKey ${apiKey}`)
}

/** Gives the key. The header is one string: sent twice, it is none. Answered without a body. */
export const keyMustBeWellFormed = rule(
  {
    id: 'key',
    grade: 'documented',
    source: sources.authentication,
    says: 'Every call carries `Authorization: apiKey id:secret`.',
  },
  (authorization: string | undefined): string => {
    const key = wellFormedKey.exec(authorization ?? '')?.[1]
    if (key === undefined) throw problems.noKey()
    return key
  },
)

/** Parameters of the type, such as a charset, do not matter. */
export const typeMustBeJson = rule(
  {
    id: 'content-type',
    grade: 'documented',
    source: sources.createExport,
    says: 'A JSON body has a JSON content type.',
  },
  (contentType: string | undefined) => {
    const type = contentType?.split(';', 1)[0]?.trim().toLowerCase()
    if (type !== 'application/json' && !type?.endsWith('+json')) throw problems.notJsonType()
  },
)

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
  says: 'A body is JSON of the documented shape.',
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
