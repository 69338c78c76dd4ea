import { expect, test } from 'vitest'
import { patchIn } from '../../mock/cli/contact-patch.ts'

test.for([
  ['_points=7', { _points: 7 }],
  ['_name=7', { _name: '7' }],
  ['_name=', { _name: '' }],
  ['_name=a=b', { _name: 'a=b' }],
  ['_birthdate=1990-01-31', { _birthdate: '1990-01-31T00:00:00.000Z' }],
  ['shoeSize=38', { shoeSize: 38 }],
  ['member=true', { member: true }],
  ['tier=gold', { tier: 'gold' }],
  ['code="0042"', { code: '0042' }],
  ['code=0042', { code: '0042' }],
  ['tags=["a","b"]', { tags: ['a', 'b'] }],
  ['tier=null', { tier: null }],
] as const)('--set %s', async ([assignment, patch]) => {
  expect(await patchIn({ set: [assignment] })).toEqual(patch)
})

test('--set writes over --json', async () => {
  const patch = await patchIn({ json: '{"_name":"Bob","_points":1}', set: ['_name=Ada'] })

  expect(patch).toEqual({ _name: 'Ada', _points: 1 })
})

test.for([
  [{ set: ['_points=7.5'] }, '_points must be an integer'],
  [{ set: ['_name'] }, '--set takes field=value, but it is _name'],
  [{ set: ['=Ada'] }, '--set takes field=value'],
  [{ json: '[1]' }, '--json takes an object'],
  [{ json: '{' }, '--json takes an object'],
  [{ json: '' }, '--json takes an object'],
] as const)('%j is refused', async ([options, words]) => {
  await expect(patchIn(options)).rejects.toThrow(words)
})
