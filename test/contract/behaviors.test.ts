import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { behaviorsFrom, defaultBehaviors } from '../../mock/state/behaviors.ts'

const source = readFileSync('mock/state/behaviors.ts', 'utf8')
const tests = globSync('test/mock/behaviors*.test.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** Every choice of every switch, as the interface has them. */
const choices = [...source.matchAll(/^ {2}(\w+): (\S.* \| .*)$/gm)].flatMap(
  ([, name = '', types = '']) => types.split(' | ').map((choice) => [name, choice] as const),
)

test('the choices of every switch are read', () => {
  const names = new Set(choices.map(([name]) => name)).add('readDelaySeconds')

  expect(names).toEqual(new Set(Object.keys(defaultBehaviors)))
})

test.for(choices)('%s: %s is a choice, and has a test', ([name, choice]) => {
  const value = JSON.parse(choice.replaceAll("'", '"'))

  expect(behaviorsFrom({ [name]: value })).toEqual({ ...defaultBehaviors, [name]: value })
  expect(tests.includes(`${name}: ${choice}`)).toBe(true)
})

test('readDelaySeconds has a test', () => {
  expect(/readDelaySeconds: [1-9]/.test(tests)).toBe(true)
})
