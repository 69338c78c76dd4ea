import type { PageView } from '../tracking.ts'
import { random } from './random.ts'
import type { Shop } from './shop.ts'

/** How many people look at a shop, and for how long. */
export interface VisitOptions {
  /** Browsers, each known by a tracker id of its own. @default 20 */
  visitors?: number
  /** Pages that are looked at, by all of them together. @default 100 */
  views?: number
  /** Another seed is another day. @default 1 */
  seed?: number
}

/**
 * Pages of a shop that people look at before anybody knows them, in the order in which they do.
 * Some look at many pages, most at few. The same options give the same bytes.
 *
 * @example
 * ```ts
 * for (const view of visitsOf(shop)) mock.tracking.web().pageView(view)
 * mock.clock.advance({ days: 90 }) // and they are gone
 * ```
 */
export function visitsOf({ products }: Pick<Shop, 'products'>, options: VisitOptions = {}) {
  const { visitors = 20, views = 100, seed = 1 } = options
  const chance = random(seed, 'visits')
  const pages = ['https://shop.example/', ...products.map((one) => one.productDetailUrl)]

  return Array.from({ length: visitors > 0 ? views : 0 }, (): PageView => {
    const visitor = Math.floor(chance.fraction() ** 2 * visitors) + 1
    const trackerId = `tracker-${String(visitor).padStart(6, '0')}`
    return { trackerId, url: chance.pick(pages) }
  })
}
