import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import type { Row } from './report.ts'

const budget = 14

/** Size of the SDK as a browser would load it: at once, and when it first deals with files. */
export async function sdkSize(): Promise<Row[]> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from 'connectif-sdk'`, resolveDir: import.meta.dirname },
    outdir: '.',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    metafile: true,
    write: false,
    tsconfigRaw: {},
  })
  const sizes = new Map(
    outputFiles.map(({ path, contents }) => [
      nameOf(path),
      gzipSync(contents, { level: 9 }).length,
    ]),
  )
  const atOnce = loadedAtOnce(metafile)
  const kibibytes = (names: Iterable<string>) =>
    Array.from(names).reduce((sum, name) => sum + (sizes.get(name) ?? Number.NaN), 0) / 1024
  const entry = kibibytes(atOnce)
  const later = kibibytes([...sizes.keys()].filter((name) => !atOnce.has(name)))
  return [
    {
      what: 'SDK with ky, minified + gzip',
      measured: `${entry.toFixed(2)} KiB`,
      budget: `≤ ${budget} KiB`,
      within: entry <= budget,
    },
    {
      what: 'what the SDK loads only for imports and exports, minified + gzip',
      measured: `${later.toFixed(2)} KiB`,
      budget: '–',
      within: undefined,
    },
  ]
}

/** Names of the files that importing the SDK loads: its entry and all that it needs at once. */
function loadedAtOnce({ outputs }: Metafile): Set<string> {
  const paths = Object.keys(outputs)
  const loaded = new Set(paths.filter((path) => outputs[path]?.entryPoint?.includes('stdin')))
  // A set is walked through with what is added on the way.
  for (const path of loaded) {
    for (const { path: needed, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement') loaded.add(needed)
    }
  }
  return new Set([...loaded].map(nameOf))
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) as string
}
