import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A file of the package, wherever it is installed, from its sources or as built. */
export function packageFile(path: string): string {
  const root = createRequire(import.meta.url).resolve('connectif-sdk/package.json')
  return join(dirname(root), path)
}
