import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { operations } from '../../generate/contract.ts'
import { createMock } from '../../mock/index.ts'
import { rules } from '../../mock/rules/all.ts'
import * as contactFields from '../../mock/rules/contact-fields.ts'
import * as contacts from '../../mock/rules/contacts.ts'
import * as externalId from '../../mock/rules/external-id.ts'
import * as gate from '../../mock/rules/gate.ts'
import * as products from '../../mock/rules/products.ts'
import * as purchases from '../../mock/rules/purchases.ts'
import type { RuleFacts } from '../../mock/rules/rule.ts'
import { refusalsOfEveryOperation } from '../support/refusals.ts'

const ids = rules.map(({ id }) => id)

/** What the vendor's pages and the unknowns between them make of contacts and purchases. */
const designed = [
  'external-id-unique',
  'external-id-length',
  'external-id-single',
  'external-id-identifies',
  'external-id-no-merge',
  'email-unique',
  'email-valid',
  'patch-creates',
  'patch-partial',
  'patch-null',
  'field-known',
  'legacy-path',
  'delete-final',
  'delete-unknown',
  'purchase-contact-given',
  'purchase-contact-exists',
  'purchase-products-exist',
  'purchase-domains-allowed',
  'purchase-id-unique',
  'purchase-aggregates',
  'purchase-delete',
  'purchase-event',
  'product-upsert',
]
/** These shape an effect, or need a call that has another key, content type or size. */
const neverRefusing = [
  'external-id-identifies',
  'external-id-no-merge',
  'patch-creates',
  'patch-partial',
  'delete-final',
  'purchase-aggregates',
  'purchase-delete',
  'purchase-event',
  'key',
  'content-type',
  'body-size',
]

const ofTheGate = ['key', 'content-type', 'body-size', 'body-shape', 'path-encoding']

describe('the list of rules', () => {
  test('holds every rule once, in the order of the design', () => {
    expect(ids).toEqual([...designed, ...ofTheGate])
  })

  test('holds the facts of every rule function there is', () => {
    const modules = [externalId, contacts, contactFields, purchases, products, gate]
    const functions = modules
      .flatMap((module) => Object.values<unknown>(module))
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

  test('leaves out no rule but those of the gate', () => {
    const named = new Set(listed.flatMap((one) => one.rules))

    expect(designed.filter((id) => !named.has(id))).toEqual([])
    expect(ofTheGate.filter((id) => named.has(id))).toEqual([])
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
