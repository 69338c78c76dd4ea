import { expect, test } from 'vitest'
import { contract, operations } from '../../generate/contract.ts'
import { misfits } from '../support/contract-answers.ts'
import { problemSamples } from '../support/problem-samples.ts'

const named = Object.entries(problemSamples)

test.for(named)('the body of problems.%s fits the contract', ([, problem]) => {
  const { status, body } = problem.answer()
  const schema = status === 422 ? 'HttpUnprocessableEntityError' : 'HttpError'

  if (status === 401) expect(body).toBe('')
  else expect(misfits(schema, JSON.parse(body))).toBeUndefined()
})

test('the codes of problems are those that the operations list', () => {
  const listed = operations().flatMap(({ operation }) => operation['x-error-codes'])
  const made = named
    .map(([, problem]) => (problem.body as { code?: string } | undefined)?.code)
    .filter((code) => code !== undefined)

  expect(made.sort()).toEqual(listed.sort())
})

interface Content {
  schema?: { $ref: string }
  examples?: Record<string, { value: unknown }>
}

/** Every JSON content of the contract, by where it stands. */
function contents(value: unknown, path = ''): [string, Content][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]): [string, Content][] =>
    key === 'application/json' ? [[path, child]] : contents(child, `${path}/${key}`),
  )
}

test('every example of a body in the contract fits its schema', () => {
  const examples = contents(contract).flatMap(([path, { schema, examples }]) =>
    Object.entries(examples ?? {}).map(([name, { value }]) => ({
      path: `${path} ${name}`,
      wrong: misfits(schema?.$ref.split('/').at(-1) ?? '', value),
    })),
  )

  expect(examples.filter(({ wrong }) => wrong !== undefined)).toEqual([])
  expect(examples.length).toBeGreaterThan(50)
})

test('every body in the contract has an example', () => {
  const bare = contents(contract).filter(([, { examples = {} }]) => !Object.keys(examples).length)

  expect(bare.map(([path]) => path)).toEqual([])
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
