import { columnsOf, isRead } from './print.ts'

/** How far something is. */
export interface Progress {
  readonly done: number
  /** How many there are; not known where left out or 0. */
  readonly total?: number | undefined
  /** What else to say, such as how many were refused. */
  readonly note?: string | undefined
  /** What it waits for, which is told in place of rate and time left; nothing where it is empty. */
  readonly wait?: string | undefined
}

const barWidth = 16
const redrawMs = 100

/**
 * One line on a terminal that tells how far something is, with rate and time left; nothing where
 * nobody reads. Not `progress` of clack: that takes the keyboard to itself and ends the process
 * with 0 on Ctrl-C, before a checkpoint could be told of.
 */
export class ProgressLine {
  readonly #what: string
  readonly #begun = performance.now()
  /** How many were done before, which tell nothing of the rate. */
  readonly #before: number
  #drawn = Number.NEGATIVE_INFINITY

  /** @param what - what is counted, in the plural */
  constructor(what: string, before = 0) {
    this.#what = what
    this.#before = before
  }

  /** Shows how far it is, as often as can be seen. */
  update(progress: Progress): void {
    const now = performance.now()
    if (!isRead(process.stderr) || now - this.#drawn < redrawMs) return
    this.#drawn = now
    const line = progressText(progress, this.#what, (now - this.#begun) / 1000, this.#before)
    process.stderr.write(`\r\u001B[2K${line.slice(0, columnsOf(process.stderr) - 1)}`)
  }

  /** Takes the line away, so that something else can be said. */
  clear(): void {
    if (!isRead(process.stderr) || !Number.isFinite(this.#drawn)) return
    this.#drawn = Number.NEGATIVE_INFINITY
    process.stderr.write('\r\u001B[2K')
  }
}

/** How far it is after so many seconds, as a line of text. */
export function progressText(
  { done, total, note = '', wait = '' }: Progress,
  what: string,
  seconds: number,
  before = 0,
): string {
  const rate = seconds > 0 ? (done - before) / seconds : 0
  const parts = [
    total ? `${bar(done / total)} ${Math.floor((100 * done) / total)} %` : '',
    total ? `${grouped(done)} of ${grouped(total)} ${what}` : `${grouped(done)} ${what}`,
    rate > 0 && wait === '' ? rateText(rate) : '',
    rate > 0 && wait === '' && total ? `${timeText((total - done) / rate)} left` : '',
    wait,
    note,
  ]
  return parts.filter((part) => part !== '').join('  ')
}

/** A number as people write it. */
export function grouped(number: number): string {
  return number.toLocaleString('en-US').replaceAll(',', ' ')
}

/** Seconds in the units that people say them in. */
export function timeText(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

function rateText(perSecond: number) {
  return perSecond >= 10 ? `${grouped(Math.round(perSecond))}/s` : `${perSecond.toFixed(1)}/s`
}

function bar(part: number) {
  const full = Math.min(barWidth, Math.floor(part * barWidth))
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}`
}
