import type { ApiError, FailedCall } from './errors.ts'
import { askedWaitMs, rateLimitOf } from './rate-limit.ts'
import { apiError } from './refusals.ts'

/** The error for an answer that is not a 2xx; reads its body. */
export async function refusalIn(
  response: Response,
  { method, path }: FailedCall,
): Promise<ApiError> {
  const { status, headers } = response
  return apiError({
    method,
    path,
    status,
    body: await bodyOf(response),
    rateLimit: rateLimitOf(headers),
    retryAfterMs: askedWaitMs(status, headers),
    rule: headers.get('x-connectif-mock-rule') ?? undefined,
  })
}

/** The status of a refusal is worth more than its body, so a body that breaks is no error. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '')
  try {
    return JSON.parse(text)
  } catch {
    return text || undefined
  }
}
