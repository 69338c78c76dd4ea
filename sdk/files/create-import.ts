import type { Answered } from '../api-promise.ts'
import { ConnectifError } from '../errors.ts'
import type { CallOptions } from '../options.ts'
import type { Import } from '../resources/imports.ts'
import type { Transport } from '../transport.ts'
import type { ImportPath, ImportRows } from './import-file.ts'
import { type FormFields, multipart } from './multipart.ts'
import { csvOf } from './rows-to-csv.ts'
import { type Source, sourceOf } from './source.ts'
import { streamedUpload, streamsMustBeSendable } from './streamed-upload.ts'
import type { Upload } from './upload.ts'
import { wholeUpload } from './whole-upload.ts'

/** An import of any kind, as the API takes it, but for what can be left out. */
export interface AnyImport {
  type: string
  couponSetId?: string | undefined
  delimiter?: ',' | ';' | undefined
  overrideExisting?: boolean | undefined
  updateOnlyEmptyFields?: boolean | undefined
  fileName?: string | undefined
  /** Told apart by what it is, not by its type: JavaScript has none. */
  file: unknown
}

const target = () => ({ path: '/imports/' as const })

/** A try of 30 s, as other calls have, would cut large files off. */
const timeout = 600_000

/** Sends the file with its options, and lets go of the file in the end. */
export async function createImport(
  transport: Transport,
  creation: AnyImport,
  options: CallOptions,
): Promise<Answered<Import>> {
  const upload = await uploadOf(creation)
  try {
    const init = { timeout, ...given(options), upload }
    return await transport.call('POST', target, init).withResponse()
  } finally {
    upload.close()
  }
}

function given({ timeout, ...options }: CallOptions): CallOptions {
  return timeout === undefined ? options : { ...options, timeout }
}

async function uploadOf(creation: AnyImport): Promise<Upload> {
  const { type, file, delimiter = ',', couponSetId } = creation
  const { overrideExisting = true, updateOnlyEmptyFields = false, fileName } = creation
  const fields: FormFields = [
    ['type', type],
    ['delimiter', delimiter],
    ['overrideExisting', String(overrideExisting)],
    ['updateOnlyEmptyFields', String(updateOnlyEmptyFields)],
    ...(couponSetId === undefined ? [] : [['couponSetId', couponSetId] as const]),
  ]
  const standard = `${type}.csv`
  const blob = await blobOf(file)
  if (blob) return wholeUpload(multipart(fields, fileName ?? blob.name ?? standard), blob.bytes)

  streamsMustBeSendable()
  const { text, origin } = await textOf(file, delimiter)
  return streamedUpload(multipart(fields, fileName ?? standard), text, origin)
}

/** The file where all of it is there already, so that it can be sent again. */
export async function blobOf(
  file: unknown,
): Promise<{ bytes: Blob; name?: string | undefined } | undefined> {
  if (typeof file === 'string' || file instanceof Uint8Array) {
    return { bytes: new Blob([file as Uint8Array<ArrayBuffer>]) }
  }
  if (file instanceof Blob) return { bytes: file, name: (file as Partial<File>).name }
  if (isIterated(file) || !('path' in Object(file))) return undefined

  const { path } = file as ImportPath
  return { bytes: await onDisk(path), name: path.split(/[\\/]/).pop() ?? '' }
}

/** A file of the disk, which is read as it is sent. */
async function onDisk(path: string): Promise<Blob> {
  // Without `import`, so that bundles for browsers need no stand-in for the module.
  const fs = globalThis.process?.getBuiltinModule?.('fs')
  if (!fs?.openAsBlob) throw new ConnectifError('a path can be read in Node only: pass a Blob')
  try {
    // Bun opens nothing by itself, so that a file that is missing would be an empty one.
    await fs.promises.stat(path)
    return await fs.openAsBlob(path)
  } catch (cause) {
    throw new ConnectifError(`the file ${path} cannot be opened`, { cause })
  }
}

/** The text of a file that comes piece by piece, and where it comes from. */
export async function textOf(
  file: unknown,
  delimiter: string,
): Promise<{ text: AsyncGenerator<Uint8Array | string>; origin: Source<unknown> }> {
  if (isIterated(file)) {
    const origin = sourceOf<unknown>(file)
    return { text: piecesOf(origin), origin }
  }
  const { rows, columns } = Object(file) as Partial<ImportRows>
  if (!isIterated(rows)) {
    throw new ConnectifError('file must be a { path }, a Blob, text, bytes, a stream or { rows }')
  }

  const origin = sourceOf<unknown>(rows)
  return { text: csvOf(origin, { columns, delimiter }), origin }
}

async function* piecesOf(source: Source<unknown>): AsyncGenerator<Uint8Array | string> {
  for (;;) {
    const { done, value } = await source.next()
    if (done) return
    if (typeof value !== 'string' && !(value instanceof Uint8Array)) {
      throw new ConnectifError('a file comes in texts or bytes; rows go as { rows }')
    }
    yield value
  }
}

function isIterated(value: unknown): value is ReadableStream | AsyncIterable<unknown> {
  const object = Object(value)
  return 'getReader' in object || Symbol.asyncIterator in object || Symbol.iterator in object
}
