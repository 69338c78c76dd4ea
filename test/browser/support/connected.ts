import { type Browser, chromium as playwright } from 'playwright-core'
import { inject } from 'vitest'

let connecting: Promise<Browser> | undefined

/** The browser of this run. Rejects where it did not start. */
export function connected(): Promise<Browser> {
  connecting ??= connect()
  return connecting
}

async function connect(): Promise<Browser> {
  const trouble = inject('chromiumTrouble')
  if (trouble !== '') throw new Error(`the browser did not start: ${trouble}`)
  return playwright.connect(inject('chromium'))
}
