import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(import.meta.dirname, '../screens')

/**
 * Keeps what a page looks like as `test/browser/screens/<name>-<width>-<theme>.png`, to be looked
 * at. Only where `CONNECTIF_SCREENS` is set: a mere run of the tests changes no file.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.CONNECTIF_SCREENS) return
  const width = page.viewportSize()?.width
  const theme = await page.evaluate(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  )
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}-${width}-${theme}.png`)
  await page.screenshot({ path, scale: 'css', animations: 'disabled', caret: 'hide' })
}
