import type { BulkOptions } from './options.ts'

/** Which identifier finds the contact of an item that has both. */
export type ContactKey = 'externalId' | 'email'

/** How contacts are loaded. */
export interface ContactBulkOptions extends BulkOptions {
  /**
   * How items are sent: `calls` is one call each, whose results say what was created, updated and
   * left unchanged; `import` is CSV files through the Import API, as the vendor advises for volume,
   * whose results say only `imported`; `auto` is an import for more than `importAbove` items, and
   * always calls with `key: 'email'`.
   *
   * @default 'calls'
   */
  strategy?: 'calls' | 'import' | 'auto' | undefined
  /**
   * How many items are few enough for calls, where the strategy is `auto`. As many are held in
   * memory to find out.
   *
   * @default 1_000, which take ten minutes at 100 calls a minute; an import of them takes some ten
   *   calls
   */
  importAbove?: number | undefined
  /**
   * How many items go in one import, each of at most 50 MB. They are held in memory until it has
   * ended, so that the error report can be told by item.
   *
   * @default 20_000
   */
  itemsPerImport?: number | undefined
  /**
   * Which identifier finds the contact of an item that has both. An import goes by the External ID
   * (assumed), so that `email` is for calls only.
   *
   * @default 'externalId'
   */
  key?: ContactKey | undefined
}
