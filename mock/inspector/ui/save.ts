/** How long the browser has to begin with the file: some look for it only after a question. */
const keptMs = 60_000

/** Hands a file to the one who looks on. */
export function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), keptMs)
}
