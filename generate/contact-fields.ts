import { contract, type Schema } from './contract.ts'

/** The fields that the contract gives every contact, in its order, as a module. */
export function contactFieldTable(): string {
  const fields = Object.entries(schemaNamed('Contact').properties ?? {}).map(([id, given]) => {
    const name = given.$ref?.split('/').at(-1)
    const schema = name === undefined ? given : { ...schemaNamed(name), ...given }
    const { enum: options, maxLength, description } = schema
    return { id, type: typeOf(name, schema), options, maxLength, description }
  })
  return `import type { FieldOfContract } from '../control/fields.ts'

/** The fields that the contract gives every contact, in its order. */
export const fieldsOfContract: readonly FieldOfContract[] = ${JSON.stringify(fields, null, 2)}
`
}

const typesOfSchemas = new Map([
  ['Email', 'email'],
  ['MobilePhone', 'phone'],
  ['DateTime', 'date'],
])
const typesOfJson = new Map([
  ['integer', 'integer'],
  ['number', 'decimal'],
  ['boolean', 'boolean'],
  ['string', 'text'],
])

/** In the words of the contract's own FieldType. */
function typeOf(name: string | undefined, schema: Schema) {
  if (schema.enum) return 'radio'
  const [json = ''] = [schema.type ?? []].flat()
  const type = typesOfSchemas.get(name ?? '') ?? typesOfJson.get(json)
  if (type === undefined) throw new Error(`no type of a contact field is ${json || name}`)
  return type
}

function schemaNamed(name: string) {
  return contract.components.schemas[name] as Schema
}
