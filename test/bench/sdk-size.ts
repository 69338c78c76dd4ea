import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Row } from './report.ts'

const budget = 14

/** Size of the SDK as a browser would load it: one file, minified, gzip. */
export async function sdkSize(): Promise<Row[]> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from 'connectif-sdk'`, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    write: false,
    tsconfigRaw: {},
  })
  const kibibytes = gzipSync(outputFiles[0]?.contents as Uint8Array, { level: 9 }).length / 1024
  return [
    {
      what: 'SDK with ky and openapi-fetch, minified + gzip',
      measured: `${kibibytes.toFixed(2)} KiB`,
      budget: `≤ ${budget} KiB`,
      within: kibibytes <= budget,
    },
  ]
}
