import { expect, test } from 'vitest'
import { collected } from '../support/collected.ts'
import { json, type Step, scripted } from './scripted.ts'
import { anExport, anImport } from './scripted-files.ts'

const api = 'https://api.connectif.cloud'

/** A page of imports with these ids. */
function page(ids: string[], next?: string): Step {
  return json({ links: next ? { next } : {}, results: ids.map((id) => anImport({ id })) })
}

test('a list walks through all pages, in order', async () => {
  const { connectif, requests } = scripted([
    page(['1', '2'], `${api}/imports/?page=2&sort=a%20b`),
    page([], `${api}/imports/?page=3`),
    page(['3']),
  ])

  const ids = (await collected(connectif.imports.list())).map(({ id }) => id)

  expect(ids).toEqual(['1', '2', '3'])
  expect(requests.map(({ url }) => url)).toEqual([
    `${api}/imports/`,
    `${api}/imports/?page=2&sort=a%20b`,
    `${api}/imports/?page=3`,
  ])
  const keys = requests.map(({ headers }) => headers.get('authorization'))
  expect(keys).toEqual(Array(3).fill('apiKey id:secret'))
})

test('exports are listed the same way', async () => {
  const { connectif, requests } = scripted([
    json({ links: { next: `${api}/exports/?page=2` }, results: [anExport({ id: '1' })] }),
    json({ links: {}, results: [anExport({ id: '2' })] }),
  ])

  expect((await collected(connectif.exports.list())).map(({ id }) => id)).toEqual(['1', '2'])
  expect(requests[1]?.url).toBe(`${api}/exports/?page=2`)
})

test('a page is got only once the one before it is walked through', async () => {
  const { connectif, requests } = scripted([
    page(['1', '2'], `${api}/imports/?page=2`),
    page(['3']),
  ])

  const list = connectif.imports.list()
  expect(requests).toHaveLength(0)
  for await (const { id } of list) if (id === '2') break

  expect(requests).toHaveLength(1)
})

test.for([
  'https://evil.example.com/imports/?page=2',
  'https://api.connectif.cloud.evil.example.com/imports/?page=2',
  'https://api.connectif.cloud:8443/imports/?page=2',
  'http://api.connectif.cloud/imports/?page=2',
  '//evil.example.com/imports/?page=2',
  'https://api.connectif.cloud@evil.example.com/',
  'https://[',
  'javascript:alert(1)',
])('the key does not go to a page at %s', async (next) => {
  const { connectif, requests } = scripted([page(['1'], next), page([])])

  const listing = collected(connectif.imports.list())

  await expect(listing).rejects.toMatchObject({
    name: 'ConnectifError',
    message: 'a page leads to one that is not at https://api.connectif.cloud',
  })
  expect(requests).toHaveLength(1)
})

test.for([
  ['/imports/?page=2', `${api}/imports/?page=2`],
  [`${api}/imports/?page=2#there`, `${api}/imports/?page=2`],
  ['https://somebody:else@api.connectif.cloud/imports/?page=2', `${api}/imports/?page=2`],
  [`${api}//evil.example.com/`, `${api}//evil.example.com/`],
] as const)('of the link %s only path and query count', async ([next, url]) => {
  const { connectif, requests } = scripted([page(['1'], next), page([])])

  await collected(connectif.imports.list())

  expect(requests[1]?.url).toBe(url)
})

test('a base URL with a path is the one that pages are at', async () => {
  const baseUrl = 'https://proxy.example.com/v1'
  const next = `${baseUrl}/imports/?page=2`
  const { connectif, requests } = scripted([page(['1'], next), page(['2'])], { baseUrl })

  await collected(connectif.imports.list())

  expect(requests.map(({ url }) => url)).toEqual([`${baseUrl}/imports/`, next])
})

test.for<[string, Step[]]>([
  ['to itself', [page(['1'], `${api}/imports/?page=2`), page(['2'], `${api}/imports/?page=2`)]],
  ['to the first one', [page(['1'], `${api}/imports/?page=2`), page(['2'], `${api}/imports/`)]],
  [
    'around',
    [
      page(['1'], `${api}/imports/?page=2`),
      page(['2'], `${api}/imports/?page=3`),
      page(['3'], `${api}/imports/?page=2`),
    ],
  ],
])('a page that leads %s ends the list with an error', async ([, steps]) => {
  const { connectif, requests } = scripted(steps)

  await expect(collected(connectif.imports.list())).rejects.toMatchObject({
    name: 'ConnectifError',
    message: 'GET /imports/: the pages lead in a circle',
  })
  expect(requests).toHaveLength(steps.length)
})

test('an answer that is no page is an error', async () => {
  const { connectif } = scripted([json({})])

  await expect(collected(connectif.imports.list())).rejects.toThrow(
    'GET /imports/: a page has no results',
  )
})

test('a signal holds for every page', async () => {
  const control = new AbortController()
  const { connectif, requests } = scripted([page(['1'], `${api}/imports/?page=2`), page(['2'])])

  const listing = async () => {
    for await (const _ of connectif.imports.list({ signal: control.signal })) {
      control.abort(new Error('enough'))
    }
  }

  await expect(listing()).rejects.toThrow('enough')
  expect(requests).toHaveLength(1)
})
