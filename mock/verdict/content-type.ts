import type { Mistake } from './mistake.ts'
import { grouped } from './reading.ts'

/** Bodies that come without the content type that says what they are. */
export const contentTypeMissing: Mistake<'content-type'> = {
  id: 'content-type',
  advice:
    'Send JSON as application/json, and a file as multipart/form-data. Some HTTP libraries leave the header out, or say text/plain or x-www-form-urlencoded.',
  find: (calls) => {
    const wrong = calls.filter(
      ({ rule, contentType, requestBody = '' }) =>
        rule === 'content-type' || (requestBody !== '' && contentType === undefined),
    )
    const kinds = grouped(wrong, ({ operation, contentType }) => `${operation}\n${contentType}`)
    return kinds.map((group) => {
      const [{ operation, method, contentType } = { method: '' }] = group
      const how = contentType === undefined ? 'without a content type' : `as ${contentType}`
      return { sentence: `${operation ?? method} was called ${how}.`, calls: group }
    })
  },
}
