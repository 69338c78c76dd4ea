import { expect, test } from 'vitest'
import { contract, operations } from '../../generate/contract.ts'
import { misfits, misfitsAt } from '../support/contract-answers.ts'
import { problemSamples } from '../support/problem-samples.ts'

const named = Object.entries(problemSamples)

test.for(named)('the body of problems.%s fits the contract', ([, problem]) => {
  const { status, body } = problem.answer()
  const schema = status === 422 ? 'HttpUnprocessableEntityError' : 'HttpError'

  if (status === 401 || status === 429) expect(body).toBe('')
  else expect(misfits(schema, JSON.parse(body))).toBeUndefined()
})

test('the codes of problems are those that the operations list', () => {
  const listed = operations().flatMap(({ operation }) => operation['x-error-codes'])
  const made = named
    .map(([, problem]) => (problem.body as { code?: string } | undefined)?.code)
    .filter((code) => code !== undefined)

  expect(made.sort()).toEqual([...new Set(listed)].sort())
})

interface Content {
  readonly examples?: Record<string, { readonly value: unknown }>
}

/** Every JSON content of the contract, by where it stands. */
function contents(value: unknown, place: readonly string[] = []): [readonly string[], Content][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]): [readonly string[], Content][] =>
    key === 'application/json' ? [[[...place, key], child]] : contents(child, [...place, key]),
  )
}

test('every example of a body in the contract fits its schema', () => {
  const examples = contents(contract).flatMap(([place, { examples }]) =>
    Object.entries(examples ?? {}).map(([name, { value }]) => ({
      example: [...place, name].join(' '),
      wrong: misfitsAt([...place, 'schema'], value),
    })),
  )

  expect(examples.filter(({ wrong }) => wrong !== undefined)).toEqual([])
  expect(examples.length).toBeGreaterThan(50)
})

test('every body in the contract has an example', () => {
  const bare = contents(contract).filter(([, { examples = {} }]) => !Object.keys(examples).length)

  expect(bare.map(([place]) => place)).toEqual([])
})

test('every example of a schema or parameter fits it', () => {
  const schemas = Object.entries(contract.components.schemas)
  for (const [name, schema] of schemas) {
    for (const example of (schema.examples as unknown[] | undefined) ?? []) {
      expect(misfits(name, example), name).toBeUndefined()
    }
  }
  for (const parameter of Object.values(contract.components.parameters ?? {})) {
    const { schema, example } = parameter as typeof parameter & { example: unknown }
    const name = schema.$ref?.split('/').at(-1)
    if (name) expect(misfits(name, example), name).toBeUndefined()
    else expect(typeof example).toBe(schema.type)
  }
})
