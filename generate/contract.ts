import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A JSON Schema as it stands in the contract, with the extensions that the generators read. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  /** The rule that refuses values which do not fit this schema. */
  'x-rule'?: string
  /** What to tell people whose value does not match `pattern`. */
  'x-reason'?: string
  /** Custom fields of the account may stand beside the listed properties. */
  'x-custom-fields'?: boolean
  /** Properties whose absence is refused by a rule, which a switch of the twin can turn off. */
  'x-required-by-rule'?: string[]
  [keyword: string]: unknown
}

/** A path or query parameter of the contract. */
interface Parameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  schema: Schema
}

/** One operation of the contract. */
interface Operation {
  operationId: string
  description: string
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  'x-scope': string
  'x-grade': string
  'x-assumed-statuses': number[]
  'x-rules': string[]
  'x-not-modelled': string[]
  'x-error-codes': string[]
}

/** The contract, parsed. */
export interface Contract {
  /** What the twin leaves out, each in a sentence, by the name that operations give it. */
  'x-not-modelled': Record<string, string>
  paths: Record<string, Record<string, Operation> & { parameters?: Operation['parameters'] }>
  components: { schemas: Record<string, Schema>; parameters?: Record<string, Parameter> }
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The contract as it stands in openapi.yaml. */
export const contract: Contract = parse(
  readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8'),
)

/** Every operation with its key, such as `PATCH /contacts/email/{email}`. */
export function operations() {
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => {
        const operation = item[method] as Operation
        const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(
          resolved,
        )
        return { key: `${method.toUpperCase()} ${path}`, method, path, operation, parameters }
      }),
  )
}

/** The schema of the body of an operation, and whether it comes as JSON or as a form. */
export function bodyOf({
  requestBody,
}: Operation): { schema: Schema; isForm: boolean } | undefined {
  const { content = {} } = requestBody ?? {}
  const form = content['multipart/form-data']
  const media = form ?? content['application/json']
  return media && { schema: media.schema, isForm: form !== undefined }
}

function resolved(parameter: Parameter | { $ref: string }): Parameter {
  if (!('$ref' in parameter)) return parameter
  const name = parameter.$ref.split('/').at(-1) as string
  return contract.components.parameters?.[name] as Parameter
}
