import { expect, test } from 'vitest'
import { grouped, progressText, timeText } from '../../mock/cli/progress-line.ts'

test('progress has a bar, a share, a rate and the time left', () => {
  const text = progressText({ done: 2_500, total: 10_000 }, 'rows', 50)

  expect(text).toBe('████░░░░░░░░░░░░ 25 %  2 500 of 10 000 rows  50/s  3 min left')
})

test('what was done before the start does not make it faster', () => {
  const text = progressText({ done: 2_000, total: 3_000 }, 'rows', 100, 1_000)

  expect(text).toContain('10/s  2 min left')
})

test('progress of an unknown number has neither share nor time left', () => {
  expect(progressText({ done: 12, note: '3 refused' }, 'rows', 10)).toBe(
    '12 rows  1.2/s  3 refused',
  )
})

test('a wait is told in place of the rate, so that it has room', () => {
  const text = progressText({ done: 50, total: 100, wait: 'waits 9 s for quota' }, 'rows', 10)

  expect(text).toBe('████████░░░░░░░░ 50 %  50 of 100 rows  waits 9 s for quota')
})

test('at the start there is no rate yet', () => {
  expect(progressText({ done: 0, total: 9 }, 'rows', 0)).toMatch(/^░+ 0 % {2}0 of 9 rows$/)
})

test.for([
  [0.2, '1 s'],
  [59, '59 s'],
  [61, '2 min'],
  [3_600, '1 h 0 min'],
  [100_000, '27 h 47 min'],
] as const)('%d seconds are %s', ([seconds, text]) => {
  expect(timeText(seconds)).toBe(text)
})

test('a number is written in groups', () => {
  expect(grouped(1_234_567)).toBe('1 234 567')
})
