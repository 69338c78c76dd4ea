const boundary = '----form'

/** A form, and how it is shown: its fields and its file. */
export class ImportForm {
  readonly #parts: readonly (readonly [name: string, value: string])[]

  constructor(csv: string, fields: Readonly<Record<string, string>>) {
    this.#parts = [...Object.entries(fields), ['file', csv]]
  }

  /** As it is sent. */
  get body(): string {
    const parts = this.#parts.map(([name, value]) => {
      const file = name === 'file' ? '; filename="rows.csv"' : ''
      return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`
    })
    return `${parts.join('')}--${boundary}--\r\n`
  }

  /** What it is sent with. */
  get type(): string {
    return `multipart/form-data; boundary=${boundary}`
  }

  /** One line a field. */
  toString(): string {
    return this.#parts.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n')
  }
}

/** The form of an import of contacts, but for what is given. */
export function importForm(csv: string, fields: Readonly<Record<string, string>> = {}): ImportForm {
  const usual = { type: 'contacts', delimiter: ',', overrideExisting: 'true' }
  return new ImportForm(csv, { ...usual, updateOnlyEmptyFields: 'false', ...fields })
}
