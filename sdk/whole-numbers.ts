import { ConnectifError } from './errors.ts'

/** Throws with this message where a number is not whole, not above 0, or not below a limit. */
export function mustBeWhole(
  numbers: readonly number[],
  message: string,
  limit = Number.POSITIVE_INFINITY,
): void {
  if (numbers.every((n) => Number.isInteger(n) && n > 0 && n < limit)) return
  throw new ConnectifError(message)
}
