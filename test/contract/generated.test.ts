import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contract, operations } from '../../generate/contract.ts'
import { generatedFiles } from '../../generate/files.ts'
import { withTables } from '../../generate/readme.ts'
import { ruleExamples, ruleNotes } from '../../generate/rule-examples.ts'
import { rulesGuide } from '../../generate/rules-guide.ts'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { rules } from '../../mock/rules/all.ts'

test('the generated files are those that the contract makes', { timeout: 30_000 }, async () => {
  const files = Object.entries(await generatedFiles())

  for (const [path, text] of files) {
    const onDisk = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
    expect(onDisk === text, `${path} is stale: npm run generate`).toBe(true)
  }
  expect(files).toHaveLength(4)
})

test('the tables of the README are those that contract, rules and switches make', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

  expect(withTables(readme) === readme, 'README.md is stale: npm run generate').toBe(true)
  for (const { key } of operations()) expect(readme).toContain(`| \`${key}\` `)
})

test('the guide to the rules is the one that running the twin makes', async () => {
  const guide = readFileSync(new URL('../../guides/rules.md', import.meta.url), 'utf8')

  expect((await rulesGuide()) === guide, 'guides/rules.md is stale: npm run generate').toBe(true)
})

test('the guide to the rules shows each rule refuse, but for those that it says shape an effect', () => {
  const guide = readFileSync(new URL('../../guides/rules.md', import.meta.url), 'utf8')
  const shaping = Object.keys(ruleExamples).filter((id) => ruleExamples[id]?.shows)

  for (const part of guide.split('\n## ').slice(1)) {
    const [id = ''] = part.split('\n')
    const refuses = part.includes(`x-connectif-mock-rule: ${id}\n`)
    expect(refuses, id).toBe(!shaping.includes(id) && !(id in ruleNotes))
  }
  const shown = [...Object.keys(ruleExamples), ...Object.keys(ruleNotes)]
  expect(shown.toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
})

test('what the twin leaves out of operations is said in a sentence, and each is used', () => {
  const named = operations().flatMap(({ operation }) => operation['x-not-modelled'])

  expect(new Set(named)).toEqual(new Set(Object.keys(contract['x-not-modelled'])))
})

test('the figures that the README calls null are null in every contact of the twin', () => {
  const sentence = contract['x-not-modelled']['computed-figures']
  const figures = ['_rfm', '_clv', '_churnRate', '_pAlive', '_recency', '_frequency', '_monetary']
  const mock = createMock({ seed: { contacts: [aContact()] } })

  expect(sentence).toContain('RFM, CLV, churn')
  expect(mock.contacts.all()).toMatchObject([Object.fromEntries(figures.map((it) => [it, null]))])
})
