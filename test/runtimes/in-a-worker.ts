import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** What is used of miniflare, of which the repository knows no more: it is installed only here. */
interface Worker {
  dispatchFetch(url: string): Promise<Response>
  dispose(): Promise<void>
}

const miniflare: string = 'miniflare'

/** What a worker of Cloudflare answers, bundled as its tools bundle it; it is given no Node. */
export async function inAWorker(folder: string, file: string, search = ''): Promise<unknown> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, file)],
    bundle: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    write: false,
  })
  const script = outputFiles[0]?.text ?? ''
  const { Miniflare } = await import(miniflare)
  const options = { modules: true, script, compatibilityDate: '2026-07-01' }
  const worker: Worker = new Miniflare(options)
  try {
    const response = await worker.dispatchFetch(`http://worker.example/${search}`)
    if (!response.ok) throw new Error(await response.text())
    return await response.json()
  } finally {
    await worker.dispose()
  }
}

/** A server of the twin, of the package as it is installed in a project. */
export async function served(folder: string) {
  const own = join(folder, 'node_modules/connectif-sdk/dist/mock')
  const { createMock } = await import(pathToFileURL(join(own, 'index.js')).href)
  const { serve } = await import(pathToFileURL(join(own, 'carriers/server.js')).href)
  const jobs = { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY }
  return serve(createMock({ jobs }), { port: 0 })
}
