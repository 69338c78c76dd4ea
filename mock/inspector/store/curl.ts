import type { Entry } from '../client/shapes.ts'

/** Stands for the key, which nothing here knows. */
const key = '$CONNECTIF_API_KEY'

/** The line that makes a call again, for a shell of POSIX. */
export function curlOf(entry: Entry, origin = 'http://127.0.0.1:4010'): string {
  const { method, path, contentType, requestBody } = entry
  const isWhole = requestBody !== undefined && !contentType?.startsWith('multipart/')
  return [
    'curl',
    ...(method === 'GET' ? [] : ['-X', method]),
    `-H "Authorization: apiKey ${key}"`,
    ...(isWhole && contentType ? ['-H', quoted(`Content-Type: ${contentType}`)] : []),
    ...(isWhole ? ['--data-raw', quoted(requestBody)] : []),
    quoted(origin + path),
  ].join(' ')
}

/** Text as one word of a shell. */
function quoted(text: string) {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
