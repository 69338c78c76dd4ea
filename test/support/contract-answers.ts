import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { contract, operations } from '../../generate/contract.ts'

/** An answer as it came off the wire, and what was asked for. */
export interface Answered {
  readonly method: string
  /** As sent: percent-encoded, without query. */
  readonly path: string
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Response {
  readonly content?: object
}

// Seam: the generators' view of the contract has no responses.
const { components } = contract as unknown as {
  components: { responses: Record<string, Response> }
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(contract, 'contract')

/** What is wrong with a value, as the contract's schema of this name sees it; else nothing. */
export function misfits(schema: string, value: unknown): string | undefined {
  return misfitsAt(['components', 'schemas', schema], value)
}

/** What is wrong with a value, as the schema at this place of the contract sees it. */
export function misfitsAt(place: readonly string[], value: unknown): string | undefined {
  const pointer = place.map((key) => encodeURIComponent(key.replace(/\//g, '~1'))).join('/')
  const validate = ajv.getSchema(`contract#/${pointer}`)
  if (validate === undefined) throw new Error(`the contract has no ${place.join(' → ')}`)
  return validate(value) ? undefined : ajv.errorsText(validate.errors)
}

/**
 * Holds an answer against the contract.
 *
 * @throws {Error} when the operation does not list the status, or the body does not fit its schema
 */
export function answerMustFit(answered: Answered): void {
  const wrong = misfitOf(answered)
  if (wrong === undefined) return
  const { method, path, status, body } = answered
  throw new Error(`${method} ${path} answered ${status} ${body.slice(0, 200)}: ${wrong}`)
}

/** Together on an answer, or not at all. */
const limits = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']

/** What the contract has against an answer, in words. */
function misfitOf(answered: Answered): string | undefined {
  const { method, body, headers } = answered
  if (limits.some((name) => name in headers)) {
    const wrong = limits.find((name) => !/^\d+$/.test(headers[name] ?? ''))
    if (wrong) return `${wrong} is ${headers[wrong]}, which is no number of calls or seconds`
  }
  // Files are outside of the contract: links to them are.
  if (answered.path.startsWith('/__files/') && answered.status === 200) return undefined
  const schema = schemaOf(answered)
  if (schema === undefined) return 'the contract does not list this status'
  if (schema.length === 0) return body === '' ? undefined : 'there must be no body'
  if (headers['content-type'] !== 'application/json') return 'the content type is not JSON'
  if (method === 'HEAD') return body === '' ? undefined : 'HEAD has no body'
  return misfitsAt(schema, JSON.parse(body))
}

/** Where the schema of a status stands; nowhere without body, undefined where it may not be. */
function schemaOf({ method, path, status }: Answered): readonly string[] | undefined {
  const httpError = ['components', 'schemas', 'HttpError']
  const here = operationsAt(path)
  if (path.startsWith('/__files/')) return [404, 405, 410].includes(status) ? httpError : undefined
  if (here.length === 0) return status === 404 ? httpError : undefined
  if (method === 'OPTIONS') return status === 204 ? [] : undefined
  const asked = method === 'HEAD' ? 'GET' : method
  const found = here.find((one) => one.method.toUpperCase() === asked)
  if (found === undefined) return status === 405 ? httpError : undefined

  const responses = found.operation as unknown as { responses: Record<string, { $ref: string }> }
  const name = responses.responses[status]?.$ref.split('/').at(-1)
  if (name === undefined) return undefined
  const { content } = components.responses[name] ?? {}
  return content ? ['components', 'responses', name, 'content', 'application/json', 'schema'] : []
}

const all = operations().map((one) => ({ ...one, pattern: patternOf(one.path) }))

/** The operations of a path; of two paths that match, the one that is fixed. */
function operationsAt(path: string) {
  const matching = all.filter(({ pattern }) => pattern.test(path))
  const fixed = matching.filter((one) => !one.path.includes('{'))
  return fixed.length > 0 ? fixed : matching
}

function patternOf(path: string) {
  const pattern = path.replace(/\{\w+\}/g, '[^/]*').replace(/\/$/, '/?')
  return new RegExp(`^${pattern}$`)
}
