import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assets } from './assets.ts'
import { exampleScript, examplesOf } from './examples.ts'
import { llmsTexts, markdownPages } from './llms.ts'
import { finished } from './pages.ts'
import { writePages } from './typedoc.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Writes the whole site: guides and reference as pages and as Markdown, and the HTTP API.
 *
 * @returns how many pages there are
 */
export async function buildSite(out: string): Promise<number> {
  rmSync(out, { recursive: true, force: true })
  await writePages(out)
  const pages = filesIn(out, '.html')
  finishPages(out, pages)
  write(out, await assets())
  const markdown = markdownPages(out, reading(filesIn(out, '.md')))
  for (const { path, text } of markdown) write(out, { [path]: text })
  write(out, llmsTexts(markdown))
  return pages.length
}

/** The Markdown pages, guides first; not what is merely linked to. */
function reading(paths: readonly string[]): string[] {
  const rank = (path: string) =>
    ['index.md', 'guides/', 'http-api'].findIndex((one) => path.startsWith(one)) >>> 0
  return paths.filter((path) => !/^_?media\//.test(path)).toSorted((a, b) => rank(a) - rank(b))
}

function finishPages(out: string, pages: readonly string[]): void {
  const sources = ['README.md', ...filesIn(join(root, 'guides'), '.md').map((at) => `guides/${at}`)]
  const examples = sources.flatMap((path) => examplesOf(readFileSync(join(root, path), 'utf8')))
  const placed = new Set<string>()

  for (const path of pages) {
    const html = readFileSync(join(out, path), 'utf8')
    write(out, { [path]: finished(html, examples, placed) })
  }
  const lost = examples.find(({ id }) => !placed.has(id))
  if (lost) throw new Error(`no page shows this example as it is:\n${lost.code}`)
  write(
    out,
    Object.fromEntries(
      examples.map((example) => [`assets/examples/${example.id}.js`, exampleScript(example)]),
    ),
  )
}

function write(out: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), content)
  }
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .toSorted()
}
