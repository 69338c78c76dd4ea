import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'

/** A script of this folder with all that it imports, for a page. */
export async function bundled(name: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, name)],
    bundle: true,
    format: 'esm',
    logLevel: 'silent',
    ...options,
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** A page that runs the script `/page.js`. */
export const scriptPage =
  '<!doctype html><html lang="en"><title>Twin</title><script type="module" src="page.js"></script>'
