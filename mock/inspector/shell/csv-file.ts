import { useEffect, useState } from 'preact/hooks'
import { messageOf, useStore } from '../store/store.ts'
import type { ImportDraft } from './import-fields.tsx'

const shownLines = 4
const shownBytes = 2000

/** A CSV file that was read. */
interface CsvFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Its first lines. */
  readonly start: string
  /** What its header lets one expect. */
  readonly likely: Partial<ImportDraft>
}

/** Reads a file. One that cannot be read, such as a folder, is let go of, and why is told. */
export function useCsvFile(file: File): CsvFile | undefined {
  const { dropped, toast } = useStore()
  const [read, setRead] = useState<CsvFile>()
  useEffect(() => {
    let isWanted = true
    file.arrayBuffer().then(
      (buffer) => isWanted && setRead(csvFileOf(new Uint8Array(buffer))),
      (thrown) => {
        if (!isWanted) return
        toast.value = `${file.name} cannot be read: ${messageOf(thrown)}`
        dropped.value = undefined
      },
    )
    return () => {
      isWanted = false
    }
  }, [file])
  return read
}

function csvFileOf(bytes: Uint8Array<ArrayBuffer>): CsvFile {
  const lines = new TextDecoder().decode(bytes.subarray(0, shownBytes)).split('\n', shownLines)
  const [header = ''] = lines
  const likely = {
    delimiter: likelyDelimiter(header),
    ...(/product/i.test(header) && { type: 'products' }),
  }
  return { bytes, start: lines.join('\n'), likely }
}

/** The one that the header has most of. */
function likelyDelimiter(header: string) {
  return header.split(';').length > header.split(',').length ? ';' : ','
}
