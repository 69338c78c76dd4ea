/** How much is done at a time, and what must not be done at the same time. */
export interface Order<Item> {
  /** How many items are worked on at a time. */
  limit: number
  /** Items that share a key are done one after another, in their order. */
  keysOf: (item: Item) => string[]
}

/**
 * Works through the items, several at a time, and gives the results in the order of the items. The
 * first error ends it: no further item is taken.
 */
export async function inOrder<Item, Result>(
  items: AsyncIterator<Item>,
  { limit, keysOf }: Order<Item>,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const latest = new Map<string, Promise<Result>>()
  let taken = 0

  const worker = async () => {
    for (let next = await items.next(); !next.done; next = await items.next()) {
      const item = next.value
      const at = taken++
      const keys = keysOf(item)
      const earlier = keys.map((key) => latest.get(key))
      const done = Promise.all(earlier).then(() => work(item))
      for (const key of keys) latest.set(key, done)

      results[at] = await done.catch(async (error) => {
        await items.return?.()
        throw error
      })
      for (const key of keys) if (latest.get(key) === done) latest.delete(key)
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))

  return results
}
