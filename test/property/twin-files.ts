import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import type { Mock } from '../../mock/index.ts'
import { callOf } from '../support/ask.ts'
import { inOrder } from './model-imports.ts'

/** What is at a link: the records of an export, or the lines of a report, without their words. */
export function fileAt(mock: Mock, url: string, delimiter: string): unknown {
  const { pathname } = new URL(url)
  const { status, file } = mock.handle(callOf(`GET ${pathname}`, undefined, { headers: {} }))
  if (status !== 200 || file === undefined) throw new Error(`${status} at ${url}`)
  return pathname.endsWith('.zip') ? recordsIn(file, delimiter) : linesIn(file, delimiter)
}

/** The records of the one file in a ZIP; empty cells are left out. */
function recordsIn(zip: Uint8Array, delimiter: string) {
  const files = Object.values(unzipSync(zip))
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[0])
  if (files.length !== 1 || !text.startsWith('\ufeff')) throw new Error('it is no ZIP of one CSV')
  return rowsIn(text.slice(1), delimiter).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')),
  )
}

function linesIn(report: Uint8Array, delimiter: string) {
  return inOrder(
    rowsIn(new TextDecoder().decode(report), delimiter).map(
      ({ line, column = '', value = '', rule = '', reason }) => {
        if (!reason) throw new Error(`a report gives no reason at line ${line}`)
        return { line: Number(line), column, value, rule }
      },
    ),
  )
}

function rowsIn(text: string, delimiter: string): Record<string, string>[] {
  return parse(text, { columns: true, delimiter })
}
