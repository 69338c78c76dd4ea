import { parseMultipart } from '@remix-run/multipart-parser'

/** The fields of a form: texts, and bytes where a file was sent. */
export type Form = ReadonlyMap<string, readonly (string | Uint8Array)[]>

/**
 * The fields of a multipart body; undefined where it is none.
 *
 * @param contentType - the header, with the boundary
 */
export function formIn(bytes: Uint8Array, contentType: string): Form | undefined {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return undefined
  const limit = bytes.length
  const limits = { maxFileSize: limit, maxTotalSize: limit, maxParts: 100 }
  const form = new Map<string, (string | Uint8Array)[]>()
  try {
    for (const part of parseMultipart(bytes, { boundary, ...limits })) {
      if (part.name === undefined) return undefined
      const value = part.isFile ? part.bytes : part.text
      form.set(part.name, [...(form.get(part.name) ?? []), value])
    }
    return form
  } catch {
    // Besides its own errors, the parser lets those of broken UTF-8 in names and texts through.
    return undefined
  }
}
