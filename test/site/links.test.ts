import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { paths, printed, read } from './support/files.ts'

const pages = paths.filter((path) => path.endsWith('.html'))
const root = join(import.meta.dirname, '../..')

/** Links that do not lead to a file, or to no heading in it; `anchorsOf` says which there are. */
function broken(
  path: string,
  links: readonly string[],
  anchorsOf: (path: string) => ReadonlySet<string> | undefined,
): string[] {
  const isInternal = (link: string) => !/^([a-z]+:|\/\/)/.test(link)
  return links.filter(isInternal).filter((link) => {
    const [file = '', anchor] = link.split('#')
    const to = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file))
    const anchors = anchorsOf(to)
    return !anchors || (anchor && !anchors.has(decodeURIComponent(anchor)))
  })
}

test('the site is built without any warning', () => {
  expect(printed).toMatch(/^\d+ pages in .*\n$/)
})

test('every page has a title of its own, a language and a heading', () => {
  const titles = new Map<string, string>()

  expect(pages.length).toBeGreaterThan(200)
  for (const path of pages) {
    const html = read(path)
    const title = html.match(/<title>([^<]+)<\/title>/)?.[1] ?? ''
    expect(title, path).not.toBe('')
    expect(html, path).toMatch(/<html[^>]* lang="en"/)
    if (path !== 'http-api.html') expect(html, path).toMatch(/<h1/)
    titles.set(path, title)
  }
  const guides = pages.filter((path) => path.startsWith('guides/'))
  expect(new Set(guides.map((path) => titles.get(path))).size).toBe(guides.length)
})

test('all links of the pages lead to a file, and to an anchor where they name one', () => {
  const anchors = new Map(
    paths.map((path) => {
      const ids = path.endsWith('.html') ? read(path).matchAll(/\sid="([^"]+)"/g) : []
      return [path, new Set(Array.from(ids, ([, id = '']) => id))]
    }),
  )
  let count = 0

  for (const path of pages) {
    const links = Array.from(read(path).matchAll(/\s(?:href|src)="([^"]*)"/g), ([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    ).filter((link) => !link.includes('icons.svg#'))
    count += links.length
    expect(
      broken(path, links, (to) => anchors.get(to)),
      path,
    ).toEqual([])
  }
  expect(count).toBeGreaterThan(5000)
})

test('nothing of the site is loaded from elsewhere', () => {
  for (const path of pages) {
    expect(read(path).match(/\s(?:src="|rel="stylesheet" href=")https?:[^"]*/), path).toBeNull()
    expect(read(path).match(/<script(?![^>]* src=)[^>]*>/), path).toBeNull()
  }
})

test('each page is there as Markdown, whose links lead on', () => {
  const exceptions = ['hierarchy.html']
  const markdown = paths.filter((path) => path.endsWith('.md') && !/^_?media\//.test(path))

  expect(markdown.map((path) => path.replace(/\.md$/, '.html'))).toEqual(
    expect.arrayContaining(pages.filter((path) => !exceptions.includes(path))),
  )
  for (const path of markdown) {
    expect(read(path), path).toMatch(/^# \S/)
    const links = linksOf(read(path))
    expect(
      broken(path, links, (to) => (paths.includes(to) ? anchorsOf(read(to)) : undefined)),
      path,
    ).toEqual([])
  }
})

test('llms.txt lists the guides and leads to all pages, llms-full.txt has them', () => {
  const links = linksOf(read('llms.txt'))
  const full = read('llms-full.txt')

  expect(links.filter((link) => !paths.includes(link))).toEqual([])
  for (const path of paths.filter((one) => /^guides\/.*\.md$/.test(one))) {
    expect(links).toContain(path)
    expect(full).toContain(`<!-- ${path} -->`)
  }
})

test('links of README, guides and the other documents lead to files and headings', () => {
  const documents = globSync(['*.md', '{guides,examples}/*.md'], { cwd: root }).map((path) =>
    path.replaceAll('\\', '/'),
  )
  const here = (path: string) => {
    const file = join(root, path)
    if (!existsSync(file)) return undefined
    return path.endsWith('.md') ? anchorsOf(readFileSync(file, 'utf8')) : new Set<string>()
  }

  expect(documents.length).toBeGreaterThan(15)
  for (const path of documents) {
    const text = readFileSync(join(root, path), 'utf8')
    expect(broken(path, linksOf(text), here), path).toEqual([])
  }
})

/** The links of a Markdown text, without those in its code. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '')
  return Array.from(prose.matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link)
}

/** The anchors of a Markdown text, as GitHub makes them of its headings, and those it names. */
function anchorsOf(text: string): Set<string> {
  const counts = new Map<string, number>()
  const prose = text.replace(/^```.*?^```$/gms, '')
  const slugs = Array.from(prose.matchAll(/^#+ (.+)$/gm), ([, title = '']) => {
    const slug = title
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-')
    const count = counts.get(slug) ?? 0
    counts.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
  const named = Array.from(text.matchAll(/<a id="([^"]+)"/g), ([, id = '']) => id)
  return new Set([...slugs, ...named])
}
