const whole = new Intl.NumberFormat('en')
const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
})
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const short = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

/** A number with its thousands apart. */
export function countText(count: number): string {
  return whole.format(count)
}

/** A count with its noun, which takes an s. */
export function countOf(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** A moment in UTC, to the second. */
export function momentText(at: number | string): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : moment.format(date)
}

/** A day in UTC. */
export function dayText(at: number | string): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : day.format(date)
}

/** A day in UTC without its year. */
export function shortDay(at: number | string): string {
  return short.format(new Date(at))
}

/** Milliseconds as people say them. */
export function tookText(ms: number): string {
  return ms < 1 ? `${Math.max(1, Math.round(ms * 1000))} µs` : `${ms.toFixed(1)} ms`
}

/** Bytes as people say them. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1_048_576) return `${(bytes / 1024).toFixed(1)} KiB`
  return `${(bytes / 1_048_576).toFixed(1)} MiB`
}

/** Text as JSON with indents, where it is JSON. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return text
  }
}

/** Any value in one line. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return '—'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A path as people read it; as it was sent, where it cannot be decoded. */
export function pathText(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
