import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A page of the site as Markdown. */
export interface MarkdownPage {
  /** In the site, such as `guides/purchases.md`. */
  readonly path: string
  readonly title: string
  readonly text: string
}

const about = `# connectif-sdk

> A typed SDK for the Connectif API (contacts by email or External ID, purchases, products, custom
> events, imports and exports), and a stateful twin of that API to test against. Unofficial.
`

/** The Markdown pages of a site, each with its title as its heading. */
export function markdownPages(out: string, paths: readonly string[]): MarkdownPage[] {
  return paths.map((path) => {
    const html = readFileSync(join(out, path.replace(/\.md$/, '.html')), 'utf8')
    const title = html.match(/<title>(.*?)(?: [|-] .*)?<\/title>/)?.[1] ?? path
    const text = readFileSync(join(out, path), 'utf8')
    return { path, title, text: text.startsWith('# ') ? text : `# ${title}\n\n${text}` }
  })
}

/** `llms.txt`, which lists the pages for machines that read, and `llms-full.txt`, all of them. */
export function llmsTexts(pages: readonly MarkdownPage[]): Record<string, string> {
  const list = (test: RegExp) =>
    pages
      .filter(({ path }) => test.test(path))
      .map(({ path, title }) => `- [${title}](${path})`)
      .join('\n')
  const index = `${about}
## Guides

- [Overview](index.md)
${list(/^guides\//)}

## Reference

${list(/^(modules\/|http-api)/)}
- [The contract of the HTTP API](openapi.yaml): OpenAPI 3.1
- [All pages in one file](llms-full.txt)

## Optional

${list(/^(classes|functions|interfaces|types|variables)\//)}
`
  const whole = pages.map(({ path, text }) => `<!-- ${path} -->\n\n${text.trim()}\n`)
  return { 'llms.txt': index, 'llms-full.txt': `${about}\n${whole.join('\n')}` }
}
