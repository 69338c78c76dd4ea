import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate'
import type { Export, Import } from '../../sdk/index.ts'
import { json, type Step } from './scripted.ts'

/** Where the scripted file of an export is. */
export const link = 'https://files.example.com/export.zip?signature=secret-of-the-link'

/** An import as the API gives it. */
export function anImport(fields: Partial<Import> = {}): Import {
  return {
    id: '65b100000000000000000001',
    type: 'contacts',
    status: 'finished',
    total: 2,
    success: 2,
    errors: 0,
    origin: 'api',
    options: { delimiter: ',', overrideExisting: true, updateOnlyEmptyFields: false },
    createdAt: '2026-01-01T00:00:00.000Z',
    ...fields,
  }
}

/** An export as the API gives it, finished. */
export function anExport(fields: Partial<Export> = {}): Export {
  return {
    id: '65c100000000000000000001',
    exportType: 'contacts',
    status: 'finished',
    total: 2,
    progress: 2,
    origin: 'api',
    delimiter: ',',
    createdAt: '2026-01-01T00:00:00.000Z',
    fileUrl: link,
    ...fields,
  }
}

/** A form that arrived: its fields in order, and the file that came after them. */
export interface Form {
  fields: [name: string, value: FormDataEntryValue][]
  file: File
}

/** Reads the form of each request and keeps it, then goes on with the step. */
export function taking(forms: Form[], step: Step = json(anImport(), 201)): Step {
  return async (request) => {
    const fields = [...(await request.formData()).entries()]
    const [name, file] = fields.pop() ?? []
    if (name !== 'file' || !(file instanceof File)) throw new Error('the file is not the last')
    forms.push({ fields, file })
    return step(request)
  }
}

/** A ZIP with one file, which tells its size beforehand. */
export function zipOf(csv: string | Uint8Array, level: 0 | 6 = 6): Uint8Array<ArrayBuffer> {
  return bytesOf(
    zipSync({ '../../etc/passwd': typeof csv === 'string' ? strToU8(csv) : csv }, { level }),
  )
}

/** A ZIP whose files tell their sizes only at their ends, as when written to a stream. */
export function streamedZipOf(files: string[], level: 0 | 6 = 6): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const zip = new Zip((_, part) => parts.push(part))
  for (const [at, text] of files.entries()) {
    const file = new ZipDeflate(`${at}.csv`, { level })
    zip.add(file)
    file.push(strToU8(text), true)
  }
  zip.end()
  return bytesOf(Buffer.concat(parts))
}

/** What a body saw of its reader. */
export interface Seen {
  pulled: number
  cancelled: boolean
}

/** Answers with bytes in pieces of this size, one for each time that it is asked for more. */
export function file(bytes: Uint8Array, size = 16_384, seen?: Seen): Step {
  return () => {
    let at = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (seen) seen.pulled += 1
          if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size))
          else controller.close()
          at += size
        },
        cancel() {
          if (seen) seen.cancelled = true
        },
      },
      { highWaterMark: 0 },
    )
    return new Response(body)
  }
}

/** All of a stream as text. */
export function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).text()
}

function bytesOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
