import { describe, expect, test } from 'vitest'
import { problems } from '../../mock/problems.ts'
import { problemSamples } from '../support/problem-samples.ts'

describe('a problem', () => {
  test.for(Object.entries(problemSamples))('%s has the vendor’s shape', ([, problem]) => {
    const { status, headers, body } = problem.answer()
    if (status === 401 || status === 429) return expect(body).toBe('')

    const value = JSON.parse(body)
    expect(value).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
    expect(headers['content-type']).toBe('application/json')
    if ('code' in value)
      expect([status, value.code]).toEqual([400, expect.stringMatching(/^E\d{4}$/)])
    if (status === 422) {
      const violation = { path: expect.any(String), reason: expect.any(String) }
      expect(value.validationErrors).toContainEqual(violation)
    }
  })

  test('its answer carries the rule that refused, and none where no rule did', () => {
    const problem = problems.contactUnknown()

    expect(problem.answer().headers).not.toHaveProperty('x-connectif-mock-rule')
    problem.rule = 'delete-unknown'
    expect(problem.answer().headers).toMatchObject({ 'x-connectif-mock-rule': 'delete-unknown' })
  })

  test('a method that is not allowed comes with those that are', () => {
    expect(problems.otherMethod('GET, PATCH').answer().headers.allow).toBe('GET, PATCH')
  })

  test.for([
    [problems.noKey(), '401'],
    [problems.notJson('The body is empty.'), '400 The body is empty.'],
    [problems.nullRefused(['a', 'b']), '422 a must not be null; b must not be null'],
  ] as const)('%# in one line: %s', ([problem, line]) => {
    expect(`${problem}`).toBe(line)
  })
})
