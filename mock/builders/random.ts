/** Repeatable chance: the same seed gives the same answers in the same order, in every runtime. */
export interface Random {
  /** A fraction, 0 included, 1 not. */
  fraction(): number
  /** A whole number, both ends included. */
  integer(min: number, max: number): number
  /** True in this share of the calls, 0 to 1. */
  chance(share: number): boolean
  /** One of the items, each as likely as the others. @throws {RangeError} when there are none */
  pick<T>(items: readonly T[]): T
}

/**
 * A stream of repeatable chance. Streams of one seed with different names are independent, so that
 * drawing more from one leaves the others as they are.
 */
export function random(seed: number, stream = ''): Random {
  let state = mixed(seed, stream)

  // mulberry32: 32 bits of state, and good enough for names and prices.
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }

  return {
    fraction,
    integer: (min, max) => min + Math.floor(fraction() * (max - min + 1)),
    chance: (share) => fraction() < share,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('There is nothing to pick: the list is empty.')
      return items[Math.floor(fraction() * items.length)] as (typeof items)[number]
    },
  }
}

/** FNV-1a over the stream's name, begun at the seed. */
function mixed(seed: number, stream: string): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
  for (const character of stream) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return hash
}
