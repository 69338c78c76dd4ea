import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { operations } from '../../generate/contract.ts'
import { createMock } from '../../mock/index.ts'
import { rules } from '../../mock/rules/all.ts'
import type { RuleFacts } from '../../mock/rules/rule.ts'
import { refusalsOfEveryOperation } from '../support/refusals.ts'
import {
  designed,
  further,
  neverRefusing,
  ofNoOperation,
  ofTheGate,
} from '../support/rule-lists.ts'

const ids = rules.map(({ id }) => id)

describe('the list of rules', () => {
  test('holds every rule of the design once, in its order, and the further ones', () => {
    expect(ids.filter((id) => designed.includes(id))).toEqual(designed)
    expect(ids).toHaveLength(designed.length + further.length)
    for (const [id, before] of further) expect(ids[ids.indexOf(id) - 1]).toBe(before)
  })

  test('holds the facts of every rule function there is', async () => {
    const files = globSync('mock/rules/*.ts').map((file) => `../../${file.replaceAll('\\', '/')}`)
    const modules: Record<string, unknown>[] = await Promise.all(files.map((file) => import(file)))
    const functions = modules
      .flatMap((module) => Object.values(module))
      .filter((one): one is RuleFacts => typeof one === 'function' && 'id' in one)

    const facts = ({ id, grade, source, says }: RuleFacts) => ({ id, grade, source, says })
    const listed = new Map(rules.map((rule) => [rule.id, facts(rule)]))
    for (const one of functions) expect(listed.get(one.id)).toEqual(facts(one))
    expect(new Set(functions.map(({ id }) => id))).toEqual(new Set(ids))
  })
})

describe('each rule', () => {
  const tests = globSync('test/{mock,sdk}/**/*.test.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')

  test.for(rules.map((rule) => [rule.id, rule] as const))(
    '%s has a grade, a source, a sentence and a test',
    ([id, { grade, source, says }]) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(['documented', 'observed', 'assumed']).toContain(grade)
      if (grade === 'assumed') expect(source).toMatch(/^(https:\/\/|undocumented$)/)
      else expect(source).toMatch(/^https:\/\//)
      expect(says).toMatch(/^\S.{15,90}\.$/)
      expect(tests).toContain(`'${id}'`)
    },
  )
})

describe('x-rules of the contract', () => {
  const listed = operations().map(({ key, operation }) => ({ key, rules: operation['x-rules'] }))

  test('names rules that exist', () => {
    expect(listed.flatMap((one) => one.rules).filter((id) => !ids.includes(id))).toEqual([])
  })

  test('leaves out no rule but those of the gate, of tracking and of time', () => {
    const named = new Set(listed.flatMap((one) => one.rules))

    expect(ids.filter((id) => !named.has(id))).toEqual(
      ids.filter((id) => [...ofTheGate, ...ofNoOperation].includes(id)),
    )
  })

  test('has every rule by which an operation was seen to refuse', () => {
    const seen = refusalsOfEveryOperation(createMock)
    const missing = seen.filter(
      ([key, rule]) =>
        !ofTheGate.includes(rule) && !listed.find((one) => one.key === key)?.rules.includes(rule),
    )

    expect(missing).toEqual([])
    expect(ids.filter((id) => !seen.some(([, rule]) => rule === id))).toEqual(neverRefusing)
  })
})
