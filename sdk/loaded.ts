/** What is loaded on first use. */
export type OnUse = typeof import('./on-use.ts')

/** Loads it, unless that was done before. */
export function loaded(): Promise<OnUse> {
  return import('./on-use.ts')
}
