import { ConnectifError } from '../errors.ts'
import type { Multipart } from './multipart.ts'
import { carrying, type Upload } from './upload.ts'

/**
 * A form with a file that can be read again, so that it can be sent again. Bytes on disk stay there
 * until they are sent. (Not a `FormData`: where a file changes while that one is sent, Node never
 * answers, and ends by an unhandled rejection.)
 */
export async function wholeUpload({ headers, head, tail }: Multipart, file: Blob): Promise<Upload> {
  const body = await joined(head, file, tail)
  return {
    headers,
    spent: false,
    in: (request) => carrying(request, body),
    failureIn(error) {
      const { name, cause } = Object(error)
      if (name !== 'NotReadableError' && cause?.name !== 'NotReadableError') return undefined
      return unreadable(error)
    },
    close() {},
  }
}

/** All of it in one. Bun forgets a file on disk there, which then has to be read at once. */
async function joined(head: string, file: Blob, tail: string): Promise<Blob> {
  const whole = new Blob([head, file, tail])
  const forgets = whole.size < new Blob([head, tail]).size + file.size
  return forgets ? new Blob([head, await bytesOf(file), tail]) : whole
}

function bytesOf(file: Blob): Promise<ArrayBuffer> {
  return file.arrayBuffer().catch((error) => Promise.reject(unreadable(error)))
}

function unreadable(cause: unknown): ConnectifError {
  return new ConnectifError('the file cannot be read, or has changed', { cause })
}
