import type { Source } from '../files/source.ts'
import type { BulkSource } from './options.ts'
import { sizeOf } from './run.ts'

/**
 * Whether a source has more items than so many, and the source from its first item on. Where it
 * does not say how many it has, one more than that are taken to find out.
 */
export async function measured<Item>(
  values: BulkSource<Item>,
  source: Source<Item>,
  count: number,
): Promise<{ isMore: boolean; source: Source<Item> }> {
  const size = sizeOf(values)
  if (size !== undefined) return { isMore: size > count, source }

  const taken: Awaited<ReturnType<Source<Item>['next']>>[] = []
  do taken.push(await source.next())
  while (!taken.at(-1)?.done && taken.length <= count)
  const isMore = !taken.at(-1)?.done
  taken.reverse()
  const next = async () => taken.pop() ?? source.next()
  return { isMore, source: { next, stop: () => source.stop() } }
}
