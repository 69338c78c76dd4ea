/** Work that goes one after the other, as it writes to the same. */
interface Lane {
  readonly keys: Set<string>
  tail: Promise<void>
  /** How much of it has not ended. */
  size: number
  /** The lane that this one has become part of. */
  into?: Lane
}

/**
 * Lets work with a key in common go one after the other, and all other work at once. Keys that come
 * together are one while anything of theirs is on its way: after work on A, and then some on A and
 * B, work on B goes last.
 */
export class Lanes {
  readonly #lanes = new Map<string, Lane>()

  /**
   * Begins the work when all before it that has a key in common has ended. It must not reject.
   *
   * @param work - it can ask for the keys that are one with its own
   */
  enter(
    keys: readonly string[],
    work: (linked: () => Iterable<string>) => Promise<void>,
  ): Promise<void> {
    const known = new Set(
      keys.map((key) => this.#lanes.get(key)).filter((one) => one !== undefined),
    )
    const lane = this.#merged([...known])
    for (const key of keys) {
      lane.keys.add(key)
      this.#lanes.set(key, lane)
    }
    const begin = () => work(() => rootOf(lane).keys)
    const ended = (lane.size === 0 ? begin() : lane.tail.then(begin)).then(() => this.#leave(lane))
    lane.tail = ended
    lane.size += 1
    return ended
  }

  #merged([first, ...others]: Lane[]): Lane {
    if (!first) return { keys: new Set(), tail: Promise.resolve(), size: 0 }
    if (others.length === 0) return first
    for (const other of others) {
      other.into = first
      first.size += other.size
      for (const key of other.keys) {
        first.keys.add(key)
        this.#lanes.set(key, first)
      }
    }
    first.tail = Promise.all([first, ...others].map(({ tail }) => tail)).then(() => {})
    return first
  }

  #leave(entered: Lane): void {
    const lane = rootOf(entered)
    lane.size -= 1
    if (lane.size === 0) for (const key of lane.keys) this.#lanes.delete(key)
  }
}

function rootOf(entered: Lane): Lane {
  let lane = entered
  while (lane.into) lane = lane.into
  return lane
}
