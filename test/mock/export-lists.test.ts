import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'

const clock = '2026-01-01T00:00:00Z'
const contacts = { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO' }
function aTwin() {
  const mock = createMock({ clock })
  const queue = () => String(ask(mock, 'POST /exports/', contacts).json?.id)
  const linkOf = (id: string) => String(ask(mock, `GET /exports/${id}`).json?.fileUrl)
  return { mock, queue, linkOf }
}

describe('the deletion of an export', () => {
  test('answers 204 whether or not there is one', () => {
    const { mock, queue } = aTwin()
    const id = queue()

    const statuses = [id, id, '0123456789abcdef01234567'].map(
      (one) => ask(mock, `DELETE /exports/${one}`).status,
    )

    expect(statuses).toEqual([204, 204, 204])
    expect(ask(mock, `GET /exports/${id}`).status).toBe(404)
    expect(ask(mock, 'GET /exports/').json?.results).toEqual([])
  })

  test('makes room in the queue', () => {
    const { mock, queue } = aTwin()
    const [first] = [queue(), queue(), queue(), queue(), queue()]
    const sixth = ask(mock, 'POST /exports/', contacts)

    ask(mock, `DELETE /exports/${first}`)

    expect(sixth.json).toMatchObject({ code: 'E0301' })
    expect(ask(mock, 'POST /exports/', contacts).status).toBe(201)
    expect(ask(mock, 'POST /exports/', contacts).status).toBe(400)
  })

  test('takes the file along: links to it are dead at once', async () => {
    const { mock, queue, linkOf } = aTwin()
    const id = queue()
    mock.clock.advance({ minutes: 1 })
    const link = linkOf(id)

    ask(mock, `DELETE /exports/${id}`)

    expect((await mock.fetch(link)).status).toBe(410)
  })
})

describe('the list of exports', () => {
  test('is paged by links, 25 a page, the newest first', () => {
    const { mock, queue } = aTwin()
    const ids: string[] = []
    for (let count = 0; count < 26; count++) {
      ids.unshift(queue())
      mock.clock.advance({ minutes: 1 })
    }
    const page = (query: string) => {
      const { links, results } = ask(mock, `GET /exports/${query}`, undefined, {
        origin: 'http://twin.example',
      }).json as { links: object; results: { id: string }[] }
      return { links, ids: results.map(({ id }) => id) }
    }

    const url = 'http://twin.example/exports/?page='
    expect(page('')).toEqual({ links: { next: `${url}2` }, ids: ids.slice(0, 25) })
    expect(page('?page=2')).toEqual({ links: { prev: `${url}1` }, ids: ids.slice(25) })
    expect(page('?page=9')).toEqual({ links: { prev: `${url}2` }, ids: [] })
  })

  test('shows each export as it is alone', () => {
    const { mock, queue } = aTwin()
    const id = queue()
    mock.clock.advance({ minutes: 1 })
    queue()

    const { results } = { ...ask(mock, 'GET /exports/').json }

    const [second, first] = results as Record<string, unknown>[]

    expect(second).toMatchObject({ status: 'queued' })
    const { fileUrl, ...alone } = { ...ask(mock, `GET /exports/${id}`).json }
    expect(first).toMatchObject(alone)
    expect(first?.fileUrl).toEqual(expect.stringContaining(`export-${id}.zip`))
    expect(first?.fileUrl).not.toBe(fileUrl)
  })
})
