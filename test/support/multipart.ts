/** A part of a form: a text, or a file with its name. */
export interface Part {
  readonly name: string
  readonly value: string | Uint8Array
  readonly fileName?: string
  readonly type?: string
}

const encoder = new TextEncoder()
const boundary = '----parts'

/** What a form is sent with. */
export const formType = `multipart/form-data; boundary=${boundary}`

/** A form as it is sent. */
export function formOf(parts: readonly Part[]): Uint8Array {
  const pieces = parts.flatMap(({ name, value, fileName, type }) => {
    const file = fileName === undefined ? '' : `; filename="${fileName}"`
    const line = `content-disposition: form-data; name="${name}"${file}\r\n`
    const head = `--${boundary}\r\n${line}${type === undefined ? '' : `content-type: ${type}\r\n`}`
    return [encoder.encode(`${head}\r\n`), bytesOf(value), encoder.encode('\r\n')]
  })
  return joined([...pieces, encoder.encode(`--${boundary}--\r\n`)])
}

/** The form of an import of contacts, but for what is given; without a file where that is null. */
export function importForm(
  csv: string | null,
  fields: Readonly<Record<string, string>> = {},
): Uint8Array {
  const usual = { type: 'contacts', delimiter: ',', overrideExisting: 'true' }
  const texts = { ...usual, updateOnlyEmptyFields: 'false', ...fields }
  const parts: Part[] = Object.entries(texts).map(([name, value]) => ({ name, value }))
  if (csv !== null) parts.push({ name: 'file', value: csv, fileName: 'rows.csv' })
  return formOf(parts)
}

function bytesOf(value: string | Uint8Array) {
  return typeof value === 'string' ? encoder.encode(value) : value
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
