import type { Entry } from '../client/shapes.ts'

type Writer = (address: readonly string[], body: string, query: URLSearchParams) => string

const at = (name: string) => (value: string | undefined) => `{ ${name}: ${literal(value)} }`
const byEmail = at('email')
const byExternalId = at('externalId')

/** How the SDK makes the call of each operation. */
const writers: Readonly<Record<string, Writer>> = {
  'GET /contacts/email/{email}': ([id]) => `contacts.get(${byEmail(id)})`,
  'PATCH /contacts/email/{email}': ([id], body) => `contacts.upsert(${byEmail(id)}, ${body})`,
  'DELETE /contacts/email/{email}': ([id]) => `contacts.delete(${byEmail(id)})`,
  'GET /contacts/external-id/{externalId}': ([id]) => `contacts.get(${byExternalId(id)})`,
  'PATCH /contacts/external-id/{externalId}': ([id], body) =>
    `contacts.upsert(${byExternalId(id)}, ${body})`,
  'DELETE /contacts/external-id/{externalId}': ([id]) => `contacts.delete(${byExternalId(id)})`,
  'GET /contacts/{email}': ([id]) => `contacts.get(${byEmail(id)})`,
  'PATCH /contacts/{email}': ([id], body) => `contacts.upsert(${byEmail(id)}, ${body})`,
  'POST /purchases/': (_, body, query) =>
    `purchases.create(${body}${optionIn(query, 'triggerPurchaseEvent')})`,
  'POST /custom-events/alias/{alias}': ([alias], body, query) =>
    `customEvents.create({ alias: ${literal(alias)} }, ${body}${optionIn(query, 'createContact')})`,
  'POST /custom-events/id/{id}': ([id], body, query) =>
    `customEvents.create({ id: ${literal(id)} }, ${body}${optionIn(query, 'createContact')})`,
  'GET /purchases/{id}': ([id]) => `purchases.get(${literal(id)})`,
  'DELETE /purchases/{id}': ([id]) => `purchases.delete(${literal(id)})`,
  'GET /purchases/purchase-id/{id}': ([id]) => `purchases.getByPurchaseId(${literal(id)})`,
  'DELETE /purchases/purchase-id/{id}': ([id]) => `purchases.deleteByPurchaseId(${literal(id)})`,
  'GET /products/product-id/{id}': ([id]) => `products.getByProductId(${literal(id)})`,
  'PATCH /products/product-id/{id}': ([id], body) => `products.upsert(${literal(id)}, ${body})`,
  'DELETE /products/product-id/{id}': ([id]) => `products.deleteByProductId(${literal(id)})`,
  'GET /products/{id}': ([id]) => `products.get(${literal(id)})`,
  'DELETE /products/{id}': ([id]) => `products.delete(${literal(id)})`,
  'GET /contact-fields/': () => 'contactFields.list()',
  'POST /contact-fields/': (_, body) => `contactFields.create(${body})`,
  'GET /contact-fields/{id}': ([id]) => `contactFields.get(${literal(id)})`,
  'DELETE /contact-fields/{id}': ([id]) => `contactFields.delete(${literal(id)})`,
  'GET /custom-event-types/': () => 'customEventTypes.list()',
  'POST /custom-event-types/': (_, body) => `customEventTypes.create(${body})`,
  'GET /custom-event-types/{id}': ([id]) => `customEventTypes.get(${literal(id)})`,
  'DELETE /custom-event-types/{id}': ([id]) => `customEventTypes.delete(${literal(id)})`,
  'GET /imports/': () => 'imports.list()',
  'GET /imports/{id}': ([id]) => `imports.get(${literal(id)})`,
  'DELETE /imports/{id}': ([id]) => `imports.cancel(${literal(id)})`,
  'GET /exports/': () => 'exports.list()',
  'POST /exports/': (_, body) => `exports.create(${body})`,
  'POST /exports/type/data-explorer': (_, body) => `exports.createDataExplorer(${body})`,
  'GET /exports/{id}': ([id]) => `exports.get(${literal(id)})`,
  'DELETE /exports/{id}': ([id]) => `exports.delete(${literal(id)})`,
}

/** The operations of the API, sorted by what they are about. */
export const operationKeys: readonly string[] = [...Object.keys(writers), 'POST /imports/'].sort(
  (a, b) => comparable(a).localeCompare(comparable(b)),
)

function comparable(key: string) {
  const [method, path] = key.split(' ')
  return `${path} ${method}`
}

/** The call as the SDK makes it; undefined where it cannot be told from what the journal has. */
export function sdkCallOf({ operation, address, requestBody, path }: Entry): string | undefined {
  const writer = operation && writers[operation]
  if (!writer) return undefined
  const body = requestBody === undefined ? '{}' : objectIn(requestBody)
  if (body === undefined) return undefined
  const call = writer(address, body, new URLSearchParams(path.split('?', 2)[1]))
  return /^(imports|exports)\.list/.test(call)
    ? `for await (const job of connectif.${call}) console.log(job)`
    : `await connectif.${call}`
}

/** An option of the call, where the query had it. */
function optionIn(query: URLSearchParams, name: string) {
  const value = query.get(name)
  return value === null ? '' : `, { ${name}: ${value === 'true'} }`
}

function objectIn(text: string) {
  try {
    return source(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** A value as people write it in TypeScript. */
function source(value: unknown, indent = ''): string {
  if (typeof value === 'string') return literal(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const deeper = `${indent}  `
  const entries = Array.isArray(value)
    ? value.map((one) => source(one, deeper))
    : Object.entries(value).map(([name, one]) => `${nameIn(name)}: ${source(one, deeper)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  if (entries.length === 0) return `${open}${close}`
  return `${open}\n${entries.map((entry) => `${deeper}${entry},\n`).join('')}${indent}${close}`
}

function nameIn(name: string) {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : literal(name)
}

function literal(text = '') {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inner}'`
}
