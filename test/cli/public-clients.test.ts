import { request } from 'node:http'
import { Readable } from 'node:stream'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { connectifMock, startsNode } from './connectif.ts'

startsNode()

/** How public command-line clients of the vendor's API go about files; only the host is another. */

const authorization = 'apiKey test:secret'
const boundary = '--------------------------515890814546601021194782'

function part(name: string, value: string) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`
  return `${head}\r\n\r\n${value}\r\n`
}

function filePart(csv: string) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="rows.csv"`
  return [`${head}\r\nContent-Type: text/csv\r\n\r\n`, ...csv.split(/(?=\n)/), '\r\n']
}

/** The file is streamed, so the body has no length, and goes out in chunks. */
function streamed(url: string, form: readonly string[]): Promise<Record<string, unknown>> {
  const headers = { authorization, 'content-type': `multipart/form-data; boundary=${boundary}` }
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers }, async (response) => {
      let body = ''
      for await (const chunk of response) body += chunk
      if (response.statusCode === 201) resolve(JSON.parse(body))
      else reject(new Error(`${response.statusCode} - ${body}`))
    })
    Readable.from(form).pipe(sending)
  })
}

async function json(url: string, init: RequestInit = {}) {
  const headers = { authorization, 'content-type': 'application/json' }
  const response = await fetch(url, { headers, ...init })
  if (!response.ok) throw new Error(`${response.status} - ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}

/** Asks again and again until the status is a last one. */
async function polled(url: string, onProgress: (body: Record<string, unknown>) => void) {
  for (;;) {
    const body = await json(url)
    onProgress(body)
    if (body.status === 'finished') return body
    if (body.status === 'error') throw new Error('it ended in an error')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('an import with a streamed file is polled by its success and errors', async () => {
  const { url } = await connectifMock()
  const csv = '_email,_name\nada@example.com,Ada\nnobody,Bob\ncleo@example.com,Cleo\n'

  const { id, total } = await streamed(`${url}/imports`, [
    part('type', 'contacts'),
    part('delimiter', ','),
    part('overrideExisting', 'true'),
    part('updateOnlyEmptyFields', 'false'),
    ...filePart(csv),
    `--${boundary}--\r\n`,
  ])
  const seen: number[] = []
  const last = await polled(`${url}/imports/${id}`, ({ success, errors }) =>
    seen.push((success as number) + (errors as number)),
  )

  expect(total).toBe(3)
  expect(seen.at(-1)).toBe(3)
  expect(last).toMatchObject({ success: 2, errors: 1 })
  const report = await fetch(last.errorReportFileUrl as string)
  expect(await report.text()).toContain('nobody')
})

test('an export is polled by its progress, and downloaded from its link without a key', async () => {
  const { url } = await connectifMock('--demo')
  const exported = { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO', version: 'v6' }

  const { id } = await json(`${url}/exports`, { method: 'POST', body: JSON.stringify(exported) })
  const last = await polled(`${url}/exports/${id}`, ({ total, progress }) => {
    expect(progress).toBeLessThanOrEqual(total as number)
  })

  expect(last).toMatchObject({ total: 200, progress: 200 })
  expect(last.fileUrl).toMatch(/\.zip$/)
  const zip = await fetch(last.fileUrl as string)
  const [entry] = Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer())))
  expect(entry?.[0]).toMatch(/\.csv$/)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(entry?.[1])
  expect(text.slice(0, 12)).toBe('\uFEFF_externalId')
  expect(text.trimEnd().split('\n')).toHaveLength(201)
})

test('a report of the Data Explorer is asked for by days, and waited for while it is queued', async () => {
  const { url } = await connectifMock('--demo')
  await json(`${url}/__twin/clock/freeze`, { method: 'POST' })
  const filters = { reportId: 'purchases-by-day', fromDate: '2025-12-01', toDate: '2025-12-31' }

  const body = JSON.stringify({ delimiter: ';', filters })
  const { id } = await json(`${url}/exports/type/data-explorer`, { method: 'POST', body })
  const statuses: unknown[] = []
  statuses.push((await json(`${url}/exports/${id}`)).status)
  await json(`${url}/__twin/clock/run`, { method: 'POST' })
  const last = await polled(`${url}/exports/${id}`, ({ status }) => statuses.push(status))

  expect(statuses[0]).toBe('queued')
  expect(last.fileUrl).toMatch(/^http:/)
})
