import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { contract, type Schema } from './contract.ts'

/**
 * The types of the contract. Schemas with custom fields come out closed: the SDK adds the
 * account's declared fields by type, so that a typo does not compile.
 */
export async function schemaTypes(): Promise<string> {
  const source = structuredClone(contract)
  for (const schema of Object.values(source.components.schemas)) {
    close(schema)
    nameUnits(schema)
  }

  const tree = await openapiTS(source as unknown as OpenAPI3, { defaultNonNullable: false })
  return asProse(astToString(tree))
}

/** Comments without the tag `@description`, which editors and TypeDoc would show as such. */
function asProse(source: string): string {
  return source
    .replace(/(\/\*\*(?:\n *\*)?) @description /g, '$1 ')
    .replace(/^( *\*) @description /gm, '$1\n$1 ')
}

function close(schema: Schema) {
  if (schema['x-custom-fields']) schema.additionalProperties = false
}

/** What a value is counted in, for properties whose own description leaves it to their schema. */
const units: Readonly<Record<string, string>> = {
  '#/components/schemas/DateTime': 'ISO 8601, with a time zone.',
  '#/components/schemas/Amount': 'In the currency of the account (assumed).',
}

function nameUnits(schema: Schema) {
  for (const property of Object.values(schema.properties ?? {})) {
    const unit = units[property.$ref ?? '']
    if (unit === undefined || typeof property.description !== 'string') continue
    property.description = `${property.description.trim()} ${unit}`
  }
}
