import { ConnectifError } from '../errors.ts'
import type { Multipart } from './multipart.ts'
import { carrying, type Upload } from './upload.ts'

/**
 * A form with a file that can be read again, so that it can be sent again. Bytes on disk stay there
 * until they are sent. (Not a `FormData`: where a file changes while that one is sent, Node never
 * answers, and ends by an unhandled rejection.)
 */
export function wholeUpload({ headers, head, tail }: Multipart, file: Blob): Upload {
  const body = new Blob([head, file, tail])
  return {
    headers,
    spent: false,
    in: (request) => carrying(request, body),
    failureIn(error) {
      const { name, cause } = Object(error)
      if (name !== 'NotReadableError' && cause?.name !== 'NotReadableError') return undefined
      return new ConnectifError('the file cannot be read, or has changed', { cause: error })
    },
    close() {},
  }
}
