import type { FailedCall } from './errors.ts'
import type { Upload } from './files/upload.ts'
import { type CallOptions, checkNumbers, type Settings } from './options.ts'

/** A call on its way. */
export interface Call extends FailedCall {
  readonly signal: AbortSignal | undefined
  readonly timeout: number
  readonly maxRetries: number
  readonly totalTimeout: number | undefined
  /** When it must have ended, on this machine's clock; in the past once it has. */
  deadline: number
  readonly upload: Upload | undefined
  /** Whether it is for a file behind a link: that needs no key, and may be anywhere. */
  readonly isFile: boolean
  tries: number
  /** When the first try began. */
  firstTry: number
  /** Whether it is through the gate, and has not left it. */
  isIn: boolean
  data?: unknown
}

/** A call that begins. */
export function begun(
  { method, path }: FailedCall,
  { signal, ...options }: CallOptions,
  settings: Settings,
  upload?: Upload,
  isFile = false,
): Call {
  const numbers = {
    timeout: options.timeout ?? settings.timeout,
    maxRetries: options.maxRetries ?? settings.maxRetries,
    totalTimeout: options.totalTimeout ?? settings.totalTimeout,
  }
  checkNumbers(numbers)
  const deadline = Date.now() + (numbers.totalTimeout ?? Number.POSITIVE_INFINITY)
  return {
    method,
    path,
    signal,
    ...numbers,
    deadline,
    upload,
    isFile,
    tries: 0,
    firstTry: 0,
    isIn: false,
  }
}
