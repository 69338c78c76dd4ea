import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Files } from '../../browser/support/site.ts'
import type { Built } from './build.ts'

const built = (await (await fetch(inject('site'))).json()) as Built
if (built.trouble !== undefined) {
  throw new Error(`the site was not built: ${built.trouble}\n${built.printed}`)
}
const { folder } = built

/** What building the site printed. */
export const { printed } = built

/** The paths of all files of the site, without a slash at their start. */
export const paths: readonly string[] = readdirSync(folder, {
  recursive: true,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted()

/** A file of the site. */
export function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

/** The whole site, to be served. */
export function siteFiles(): Files {
  return Object.fromEntries(paths.map((path) => [`/${path}`, readFileSync(join(folder, path))]))
}

/**
 * What the site needs to be allowed: nothing from elsewhere, no `eval` and no script in a page.
 * TypeDoc unpacks its index from a `data:` URL; Redoc writes styles, and searches in a worker.
 */
export const policy = [
  "default-src 'self'",
  "connect-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'worker-src blob:',
].join('; ')
