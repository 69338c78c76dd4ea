import type { Page } from 'playwright-core'

/** Requests of a page that wait. */
export interface Held {
  /** How many there were so far. */
  readonly count: () => number
  /** Lets them go on, and all later ones too. */
  readonly release: () => void
}

/** Holds back what a page asks for at addresses of this form, until it is released. */
export async function held(page: Page, address: string): Promise<Held> {
  let count = 0
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(address, async (route) => {
    count += 1
    await released
    await route.continue()
  })
  return { count: () => count, release }
}
