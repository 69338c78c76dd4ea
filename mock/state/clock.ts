/** A length of time; parts add up. */
export interface Duration {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
  readonly milliseconds?: number
}

/** The length of a duration in milliseconds. */
export function milliseconds(duration: Duration): number {
  const { days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds: rest = 0 } = duration
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + rest
}

/** A moment as the API writes it, such as `2026-01-01T00:00:00.000Z`. */
export function iso(moment: number): string {
  return new Date(moment).toISOString()
}
