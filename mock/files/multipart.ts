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

const encoder = new TextEncoder()
const decoder = new TextDecoder('latin1')

/** A form with these fields and one file, as the body of a request. */
export function multipartOf(
  fields: readonly (readonly [string, string])[],
  fileName: string,
  file: Uint8Array,
): { contentType: string; bytes: Uint8Array } {
  const boundary = boundaryBeside([...fields.flat(), decoder.decode(file)])
  const line = `--${boundary}\r\nContent-Disposition: form-data; name=`
  const texts = fields.map(([name, value]) => `${line}"${name}"\r\n\r\n${value}\r\n`)
  const type = 'Content-Type: text/csv'
  const before = `${texts.join('')}${line}"file"; filename="${fileName}"\r\n${type}\r\n\r\n`
  const parts = [encoder.encode(before), file, encoder.encode(`\r\n--${boundary}--\r\n`)]
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return { contentType: `multipart/form-data; boundary=${boundary}`, bytes }
}

/** A boundary that stands in none of the texts. */
function boundaryBeside(texts: readonly string[]) {
  for (let count = 1; ; count++) {
    const boundary = `connectif-twin-${count}`
    if (!texts.some((text) => text.includes(boundary))) return boundary
  }
}
