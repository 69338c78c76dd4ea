/** What a file begins with that says that it is UTF-8. */
export const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf]

/** What a ZIP begins with. */
export const zipMark: readonly number[] = [0x50, 0x4b, 0x03, 0x04]

/** Whether bytes begin with these. */
export function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

/** Bytes after one another. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
