import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

/** Content types of the files of a page. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** Files by their path on the site, such as `/index.html`. */
export type Files = Record<string, string | Uint8Array>

/** A site that serves these files, under a policy that lets in nothing else by default. */
export interface Site extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly url: string
  /** What it serves now. */
  readonly files: Files
}

/** Serves files on a free port of this machine until it is disposed of. */
export async function serveFiles(files: Files, policy = "default-src 'self'"): Promise<Site> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    const file = files[path]
    if (file === undefined) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
    const type = types[extname(path)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    files,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
