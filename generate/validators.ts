import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import { build } from 'esbuild'
import { bodyOf, contract, operations, type Schema } from './contract.ts'

/** Schemas that rules check single values against: those of the account's own contact fields. */
const single = ['Email', 'DateTime', 'MobilePhone']

/**
 * Compiled validators for the path, query and body of every operation, as one module without
 * imports: `getContactByEmailPath`, `createPurchaseQuery`, `createPurchaseBody`, …, `Email`.
 */
export async function validators(): Promise<string> {
  const ajv = new Ajv2020({
    strict: false,
    // JSON text such as 1e999 is read as Infinity, which no answer could carry.
    strictNumbers: true,
    allErrors: true,
    messages: false,
    code: { source: true, esm: true },
  })
  addFormats.default(ajv)
  ajv.addSchema({ components: { schemas: openSchemas() } }, 'contract')

  const names: Record<string, string> = {}
  for (const [name, schema] of Object.entries(inputSchemas())) {
    ajv.addSchema(schema, name)
    names[name] = name
  }
  return bundled(standaloneCode.default(ajv, names))
}

/** The shapes of everything that comes in, by the name of its validator. */
function inputSchemas(): Record<string, Schema> {
  const schemas: Record<string, Schema> = {}
  for (const name of single) schemas[name] = inContract({ $ref: `#/components/schemas/${name}` })
  for (const { operation, parameters } of operations()) {
    for (const place of ['path', 'query'] as const) {
      const own = parameters.filter((parameter) => parameter.in === place)
      if (own.length === 0) continue
      schemas[`${operation.operationId}${place === 'path' ? 'Path' : 'Query'}`] = inContract({
        type: 'object',
        properties: Object.fromEntries(own.map(({ name, schema }) => [name, schema])),
        required: own.filter(({ required }) => required).map(({ name }) => name),
      })
    }
    const body = bodyOf(operation)
    if (body) schemas[`${operation.operationId}Body`] = inContract(body.schema)
  }
  return schemas
}

/** What is for the rules to refuse, such as custom fields that do not fit, the shape lets pass. */
function openSchemas(): Record<string, Schema> {
  const schemas = inContract(structuredClone(contract.components.schemas))
  for (const schema of Object.values(schemas)) {
    if (schema['x-custom-fields']) delete schema.additionalProperties
    for (const property of Object.values(schema.properties ?? {})) {
      // A file comes as bytes, which JSON Schema has no type for.
      if (property.format === 'binary') delete property.type
    }
    const byRule = schema['x-required-by-rule'] ?? []
    if (schema.required) schema.required = schema.required.filter((name) => !byRule.includes(name))
  }
  return schemas
}

function inContract<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/components/', '"contract#/components/'))
}

async function bundled(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    write: false,
    legalComments: 'none',
    preserveSymlinks: true,
  })
  return result.outputFiles[0]?.text ?? ''
}
