import { expect, test } from 'vitest'
import { operations } from '../../generate/contract.ts'
import { createMock, type JournalEntry } from '../../mock/index.ts'
import { operationKeys, sdkCallOf } from '../../mock/inspector/store/sdk-call.ts'
import { Connectif } from '../../sdk/index.ts'

const keys = operations().map(({ key }) => key)

/** A file is not in the journal, so that the call that sent it cannot be told. */
const withFile = 'POST /imports/'

/** The older paths, which the SDK has no call for, and the ones that it uses in their place. */
const newer: Readonly<Record<string, string>> = {
  'GET /contacts/{email}': 'GET /contacts/email/{email}',
  'PATCH /contacts/{email}': 'PATCH /contacts/email/{email}',
}
const body = { 'a-b': [1, "'"] }
const values: Readonly<Record<string, string>> = { email: "o'neill+1@example.com" }

/** What the journal has of a call of an operation. */
function callOf(operation: string, query = ''): JournalEntry {
  const [method, path = ''] = operation.split(' ')
  const address = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => values[name] ?? "it's 1")
  const requestBody = method === 'POST' || method === 'PATCH' ? JSON.stringify(body) : undefined
  // Seam: the rest of an entry does not matter.
  return { operation, method, path: path + query, address, requestBody } as unknown as JournalEntry
}

/** Runs a call of the SDK, as text, against a twin, and gives what the twin was asked. */
async function askedBy(code: string): Promise<readonly JournalEntry[]> {
  const mock = createMock()
  const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })
  const run = new Function('connectif', 'console', `return (async () => { ${code} })()`)
  // What it is answered is no matter here.
  await run(connectif, { log() {} }).catch(() => {})
  return mock.journal.calls()
}

test('the operations that the inspector offers are those of the API', () => {
  expect(operationKeys.toSorted()).toEqual(keys.toSorted())
})

test('the inspector tells the SDK call of every operation but the one that sends a file', () => {
  const untold = keys.filter((key) => sdkCallOf(callOf(key)) === undefined)

  expect(untold).toEqual([withFile])
})

test.for(keys.filter((key) => key !== withFile))(
  'the SDK call that is told of %s makes that operation, at its address and with its body',
  async (key) => {
    const told = callOf(key)

    const asked = await askedBy(sdkCallOf(told) ?? '')

    expect(asked).toMatchObject([{ operation: newer[key] ?? key, address: told.address }])
    const sent = asked[0]?.requestBody
    if (told.requestBody === undefined) expect(sent || undefined).toBeUndefined()
    else expect(JSON.parse(String(sent))).toMatchObject(body)
  },
)

test.for([
  ['POST /purchases/', '?triggerPurchaseEvent=true'],
  ['POST /custom-events/alias/{alias}', '?createContact=false'],
  ['POST /custom-events/id/{id}', '?createContact=true'],
] as const)('the SDK call that is told of %s%s keeps the option', async ([key, query]) => {
  const [asked] = await askedBy(sdkCallOf(callOf(key, query)) ?? '')

  expect(asked?.path).toMatch(new RegExp(`\\${query}$`))
})
