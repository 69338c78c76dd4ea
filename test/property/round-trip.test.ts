import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { callOf } from '../support/ask.ts'
import type { Part } from '../support/multipart.ts'
import { anEmptyModel, type Ways } from './model.ts'
import { seed, sequences } from './runs.ts'
import { contactSteps } from './steps.ts'
import { importSteps } from './steps-imports.ts'
import { start, Twin } from './twin.ts'

const steps = fc.commands([...contactSteps, ...importSteps], { maxCommands: 40, size: 'max' })

const ways: Ways = {
  nullInPatch: 'clear',
  importKey: 'external-id',
  jobs: { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY },
}

/** The CSV of an export of everybody who has an identifier. */
function exported(twin: Twin): Uint8Array {
  const asked = { exportType: 'contacts', delimiter: ';', dateFormat: 'ISO' }
  twin.records.segments.define('identified', { anonymous: false })
  const filters = { segmentId: 'identified' }
  const { id } = twin.call('POST /exports/', { ...asked, filters }).shown as { id: string }
  const { fileUrl } = twin.call(`GET /exports/${id}`).shown as { fileUrl: string }
  const { file } = twin.mock.handle(callOf(`GET ${new URL(fileUrl).pathname}`))
  return Object.values(unzipSync(file as Uint8Array))[0] as Uint8Array
}

function imported(csv: Uint8Array): Twin {
  const twin = new Twin(ways)
  const texts = { type: 'contacts', delimiter: ';', overrideExisting: false }
  const parts = Object.entries({ ...texts, updateOnlyEmptyFields: false })
  const file: Part = { name: 'file', value: csv, fileName: 'contacts.csv' }
  twin.upload('POST /imports/', [
    ...parts.map(([name, value]) => ({ name, value: String(value) })),
    file,
  ])
  return twin
}

const timeout = 3_600_000

test('an export imported into an empty account exports the same again', { timeout }, () => {
  let most = 0
  const holds = fc.property(steps, (commands) => {
    const twin = new Twin(ways)
    fc.modelRun(() => ({ model: anEmptyModel(start, ways), real: twin }), commands)
    const csv = exported(twin)

    const again = exported(imported(csv))

    expect(again).toEqual(csv)
    most = Math.max(most, twin.records.contacts.count)
  })

  fc.assert(holds, { seed, numRuns: Math.ceil(sequences / 3) })

  expect(most).toBeGreaterThan(5)
})
