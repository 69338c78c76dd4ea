const day = 86_400_000
const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))
let lastDay = Number.NaN
let lastDate = ''
let lastSecond = Number.NaN
let lastHttpDate = ''

/**
 * A moment as the API writes it, such as `2026-01-01T00:00:00.000Z`. Every answer has several, and
 * `toISOString` takes a quarter of a call, so the date of a day is made only once.
 */
export function iso(moment: number): string {
  const days = Math.floor(moment / day)
  if (days !== lastDay) {
    lastDate = new Date(moment).toISOString().slice(0, -'00:00:00.000Z'.length)
    lastDay = days
  }
  const rest = moment - days * day
  const hours = twoDigits[Math.floor(rest / 3_600_000)]
  const minutes = twoDigits[Math.floor(rest / 60_000) % 60]
  const seconds = twoDigits[Math.floor(rest / 1000) % 60]
  return `${lastDate}${hours}:${minutes}:${seconds}.${String(rest % 1000).padStart(3, '0')}Z`
}

/** A moment as the header `Date` has it; made only once a second. */
export function httpDate(moment: number): string {
  const second = Math.floor(moment / 1000)
  if (second !== lastSecond) {
    lastHttpDate = new Date(moment).toUTCString()
    lastSecond = second
  }
  return lastHttpDate
}
