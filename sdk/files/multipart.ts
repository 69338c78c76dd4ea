/** What a form has besides the file: names and values, in order. */
export type FormFields = readonly (readonly [name: string, value: string])[]

/** A form around a file: the file comes last. */
export interface Multipart {
  /** Headers that go with it. */
  readonly headers: Readonly<Record<string, string>>
  /** What comes before the bytes of the file. */
  readonly head: string
  /** What comes after them. */
  readonly tail: string
}

/** A form with these fields and a CSV file of this name. */
export function multipart(fields: FormFields, fileName: string): Multipart {
  const boundary = `connectif-${randomHex()}`
  const begin = (name: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`
  const parts = fields.map(([name, value]) => `${begin(name)}\r\n\r\n${value}\r\n`)
  const file = `${begin('file')}; filename="${escaped(fileName)}"\r\nContent-Type: text/csv\r\n\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    head: parts.join('') + file,
    tail: `\r\n--${boundary}--\r\n`,
  }
}

/** A name, escaped as browsers do, so that it can neither end its quotes nor begin a line. */
function escaped(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent)
}

function randomHex(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
