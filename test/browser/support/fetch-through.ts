import type { Page } from 'playwright-core'
import { fromBase64 } from '../../../mock/files/base64.ts'
import type { Site } from './site.ts'
import type { Piece } from './twin-page.ts'

let sent = 0

/** A fetch whose requests a page of the site sends with its own; bodies it gets from the site. */
export function fetchThrough(page: Page, site: Site): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { method, url, signal } = request
    const bytes = request.body && new Uint8Array(await request.arrayBuffer())
    signal.throwIfAborted()
    sent += 1
    const id = sent
    const left = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason)
        page.evaluate((id) => twinPage.leave(id), id)
      })
    })
    left.catch(() => {})
    const body = bytes ? `/bodies/${id}` : undefined
    if (body && bytes) site.files[body] = bytes
    const parts = { method, url, headers: [...request.headers], body }
    const asking = page.evaluate(({ id, parts }) => twinPage.ask(id, parts), { id, parts })
    const head = await Promise.race([asking, left]).finally(
      () => delete site.files[`/bodies/${id}`],
    )
    if ('lost' in head) throw new TypeError('fetch failed', { cause: new Error(head.lost) })

    const { status, headers } = head
    const isBodyless = status === 204 || method === 'HEAD'
    return new Response(isBodyless ? null : bodyOf(page, id, left), { status, headers })
  }
}

function bodyOf(page: Page, id: number, left: Promise<never>) {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const reading = page.evaluate((id) => twinPage.read(id), id)
      const piece = await Promise.race<Piece>([reading, left])
      if ('lost' in piece) controller.error(new TypeError('terminated'))
      else if (piece.bytes === undefined) controller.close()
      else controller.enqueue(fromBase64(piece.bytes) as Uint8Array)
    },
  })
}
