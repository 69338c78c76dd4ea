import { describe, expect, test } from 'vitest'
import { dateText, momentText } from '../../mock/jobs/export-dates.ts'

describe('a moment', () => {
  test.for([
    ['2026-01-01T00:00:00Z', '01/01/2026', 'January 1, 2026', '12:00 AM'],
    ['2026-02-03T09:05:59Z', '02/03/2026', 'February 3, 2026', '9:05 AM'],
    ['2026-03-10T11:59:59.999Z', '03/10/2026', 'March 10, 2026', '11:59 AM'],
    ['2026-04-30T12:00:00Z', '04/30/2026', 'April 30, 2026', '12:00 PM'],
    ['2026-05-31T13:30:00Z', '05/31/2026', 'May 31, 2026', '1:30 PM'],
    ['2026-12-31T23:59:59Z', '12/31/2026', 'December 31, 2026', '11:59 PM'],
    ['0999-06-01T00:00:00Z', '06/01/0999', 'June 1, 0999', '12:00 AM'],
  ] as const)('%s is %s, %s and with its time', ([text, short, long, time]) => {
    const moment = Date.parse(text)

    expect(momentText(moment, 'L')).toBe(short)
    expect(momentText(moment, 'LL')).toBe(long)
    expect(momentText(moment, 'LLL')).toBe(`${long} ${time}`)
  })

  test('as ISO has milliseconds and UTC', () => {
    expect(momentText(Date.UTC(2026, 0, 31, 9, 30, 0, 7), 'ISO')).toBe('2026-01-31T09:30:00.007Z')
  })

  test.for(
    [
      ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
      ...['September', 'October', 'November', 'December'],
    ].map((name, month) => [name, month] as const),
  )('in %s has its name', ([name, month]) => {
    expect(momentText(Date.UTC(2026, month, 15), 'LL')).toBe(`${name} 15, 2026`)
  })
})

describe('a date of a contact', () => {
  test.for([
    ['2026-01-31', '2026-01-31'],
    ['2026-01-31T09:30:00+02:00', '2026-01-31T09:30:00+02:00'],
    ['2026-01-31 09:30:00Z', '2026-01-31T09:30:00Z'],
    ['2026-01-31\n09:30:00Z', '2026-01-31T09:30:00Z'],
  ] as const)('%j as ISO is %s, so that an import takes it', ([date, text]) => {
    expect(dateText(date, 'ISO')).toBe(text)
  })

  test.for([
    ['2026-01-31', 'January 31, 2026 12:00 AM'],
    ['2026-01-31T00:30:00+01:00', 'January 30, 2026 11:30 PM'],
    ['2026-01-31 09:30:00z', 'January 31, 2026 9:30 AM'],
  ] as const)('%s is told in UTC: %s', ([date, text]) => {
    expect(dateText(date, 'LLL')).toBe(text)
  })
})
