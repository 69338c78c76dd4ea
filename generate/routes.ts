import { bodyOf, contract, operations } from './contract.ts'

/** The route table of the twin, and what the contract says of its schemas. */
export function routeTable(): string {
  const rows = operations().map(row)
  const keys = operations().map(({ key }) => key)
  const scopes = new Set(operations().map(({ operation }) => operation['x-scope']))
  return `import type { Route } from '../router.ts'
import * as fits from './validators.ts'

/** Keys of operations, such as \`PATCH /contacts/email/{email}\`. */
export type OperationKey =
${union(keys)}

/** Scopes that a key can have. */
export type Scope =
${union(scopes)}

/** Every operation of the contract, with its compiled validators. */
export const routes: readonly Route[] = [
${rows.join('\n')}
]

/** The rule that answers for values which do not fit a schema, by the schema's name. */
export const ruleOfSchema: Readonly<Record<string, string>> = ${table('x-rule')}

/** What to tell people whose value does not match a schema's pattern, by the schema's name. */
export const reasonOfSchema: Readonly<Record<string, string>> = ${table('x-reason')}
`
}

function row({ key, method, path, operation, parameters }: ReturnType<typeof operations>[number]) {
  const id = operation.operationId
  const body = bodyOf(operation)
  const schema = body?.schema.$ref?.split('/').at(-1)
  const custom = schema !== undefined && contract.components.schemas[schema]?.['x-custom-fields']
  const has = (place: string) => parameters.some((parameter) => parameter.in === place)
  return `  {
    key: ${JSON.stringify(key)},
    id: ${JSON.stringify(id)},
    method: ${JSON.stringify(method.toUpperCase())},
    path: ${JSON.stringify(path)},
    scope: ${JSON.stringify(operation['x-scope'])},
    rules: ${JSON.stringify(operation['x-rules'])},
    errorCodes: ${JSON.stringify(operation['x-error-codes'])},
    pathFits: ${has('path') ? `fits.${id}Path` : 'undefined'},
    queryFits: ${has('query') ? `fits.${id}Query` : 'undefined'},
    bodyFits: ${body ? `fits.${id}Body` : 'undefined'},
    formFlags: ${body?.isForm ? JSON.stringify(flags(schema)) : 'undefined'},
    patchOf: ${custom ? JSON.stringify(patchable(schema)) : 'undefined'},
  },`
}

function union(names: Iterable<string>) {
  return Array.from(names, (name) => `  | ${JSON.stringify(name)}`).join('\n')
}

/** The fields of a form that are true or false, which come as texts. */
function flags(schema: string | undefined) {
  const properties = contract.components.schemas[schema ?? '']?.properties ?? {}
  return Object.keys(properties).filter((name) => properties[name]?.type === 'boolean')
}

function patchable(schema: string) {
  return Object.keys(contract.components.schemas[schema]?.properties ?? {})
}

function table(extension: 'x-rule' | 'x-reason') {
  const rows = Object.entries(contract.components.schemas)
    .filter(([, schema]) => schema[extension])
    .map(([name, schema]) => [name, schema[extension]])
  return JSON.stringify(Object.fromEntries(rows), null, 2)
}
