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
  return misfitsAt(`schemas/${schema}`, value)
}

function misfitsAt(component: string, value: unknown): string | undefined {
  const validate = ajv.getSchema(`contract#/components/${component}`)
  if (validate === undefined) throw new Error(`the contract has no ${component}`)
  return validate(value) ? undefined : ajv.errorsText(validate.errors)
}

/**
 * Holds an answer against the contract.
 *
 * @throws {Error} when the operation does not list the status, or the body does not fit its schema
 */
export function answerMustFit(answered: Answered): void {
  const { method, path, status, body, headers } = answered
  const failed = (what: string) => {
    throw new Error(`${method} ${path} answered ${status} ${body.slice(0, 200)}: ${what}`)
  }

  const schema = schemaOf(answered)
  if (schema === undefined) return failed('the contract does not list this status')
  if (schema === 'nothing') return body === '' ? undefined : failed('there must be no body')
  if (headers['content-type'] !== 'application/json') failed('the content type is not JSON')
  if (method === 'HEAD') return body === '' ? undefined : failed('HEAD has no body')
  const wrong = misfitsAt(schema, JSON.parse(body))
  if (wrong !== undefined) failed(wrong)
}

/** The schema that goes with the status; undefined where the status may not be. */
function schemaOf({ method, path, status }: Answered): string | undefined {
  const here = operationsAt(path)
  if (here.length === 0) return status === 404 ? 'schemas/HttpError' : undefined
  if (method === 'OPTIONS') return status === 204 ? 'nothing' : undefined
  const asked = method === 'HEAD' ? 'get' : method.toLowerCase()
  const found = here.find((one) => one.method === asked)
  if (found === undefined) return status === 405 ? 'schemas/HttpError' : undefined

  const responses = found.operation as unknown as { responses: Record<string, { $ref: string }> }
  const name = responses.responses[status]?.$ref.split('/').at(-1)
  if (name === undefined) return undefined
  const { content } = components.responses[name] ?? {}
  return content ? `responses/${name}/content/application~1json/schema` : 'nothing'
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
