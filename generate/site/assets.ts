import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { contractOfPage, httpApiMarkdown, httpApiPage } from './http-api.ts'

const require = createRequire(import.meta.url)
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The logo that Redoc would fetch from elsewhere; nothing of the site comes from elsewhere. */
const redocLogo = 'https://cdn.redoc.ly/redoc/logo-mini.svg'
const noImage = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

/** What the pages of the site load, and the page of the HTTP API, by their paths. */
export async function assets(): Promise<Record<string, string>> {
  const redoc = require.resolve('redoc/bundles/redoc.standalone.js')
  return {
    ...(await scripts()),
    'assets/site.css': readFileSync(here('page/site.css'), 'utf8'),
    'assets/redoc.js': readFileSync(redoc, 'utf8').replaceAll(redocLogo, noImage),
    'assets/redoc.js.LICENSE.txt': readFileSync(`${redoc}.LICENSE.txt`, 'utf8'),
    'assets/openapi.js': `globalThis.connectifContract = ${JSON.stringify(contractOfPage())}\n`,
    'http-api.html': httpApiPage(),
    'http-api.md': httpApiMarkdown(),
    'openapi.yaml': readFileSync(here('../../openapi.yaml'), 'utf8'),
  }
}

/** The scripts of pages, each bundled into one file that needs neither `eval` nor modules. */
async function scripts(): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ['theme', 'run', 'twin', 'http-api'].map((name) => here(`page/${name}.ts`)),
    outdir: 'assets',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    legalComments: 'none',
    logLevel: 'error',
    // Only Node reads files; in a page nothing asks for them.
    external: ['node:*'],
  })
  const name = (path: string) => path.replaceAll('\\', '/').replace(/^.*\//, '')
  return Object.fromEntries(outputFiles.map(({ path, text }) => [`assets/${name(path)}`, text]))
}
