import { fileURLToPath } from 'node:url'
import {
  Application,
  type Comment,
  type CommentDisplayPart,
  Converter,
  type DocumentReflection,
  KindRouter,
  TSConfigReader,
  TypeDocReader,
} from 'typedoc'
import { load as writeMarkdown } from 'typedoc-plugin-markdown'
import { withoutMarks } from './code-blocks.ts'

/** File names of the guides, without extension; their titles are their headings. */
const fileNames = new WeakMap<object, string>()

/** Guides stand under their file name, so that a new title breaks no link. */
class Router extends KindRouter {
  protected override getIdealBaseName(reflection: DocumentReflection): string {
    const fileName = fileNames.get(reflection)
    return fileName === undefined ? super.getIdealBaseName(reflection) : `guides/${fileName}`
  }
}

class MarkdownRouter extends Router {
  override extension = '.md'
}

/**
 * Writes guides and reference into a folder, each page as HTML and as Markdown.
 *
 * @throws {Error} when TypeDoc warns of anything
 */
export async function writePages(out: string): Promise<void> {
  process.chdir(fileURLToPath(new URL('../../', import.meta.url)))
  const app = await Application.bootstrapWithPlugins(
    {
      plugin: [writeMarkdown],
      logLevel: 'Warn',
      cleanOutputDir: false,
      entryFileName: 'index.md',
      hideBreadcrumbs: true,
      hidePageHeader: true,
    } as object,
    [new TypeDocReader(), new TSConfigReader()],
  )
  app.renderer.defineRouter('site', Router)
  app.renderer.defineRouter('site-markdown', MarkdownRouter)
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => entitle(document))
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const { comment } of Object.values(project.reflections)) nameThrown(comment)
    clean(project.readme ?? [])
    withoutHeading(project.readme ?? [])
  })

  const project = await app.convert()
  if (!project) throw new Error('TypeDoc could not read the sources')
  app.validate(project)
  for (const [output, router] of outputs) {
    app.options.setValue('router', router)
    await app.outputs.writeOutput({ name: output, path: out }, project)
  }
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error('TypeDoc warned')
}

const outputs = [
  ['html', 'site'],
  ['markdown', 'site-markdown'],
] as const

/** Names a document after its heading, in menus and titles. */
function entitle(document: DocumentReflection): void {
  const path = document.name.toLowerCase().replace(/\/readme$/, '')
  fileNames.set(document, path.slice(path.lastIndexOf('/') + 1))
  document.name = document.content[0]?.text.match(/^# (.+)/)?.[1] ?? document.name
  clean(document.content)
}

/** Says which class is thrown, in HTML and Markdown alike. */
function nameThrown(comment: Comment | undefined): void {
  for (const tag of comment?.getTags('@throws') ?? []) {
    const name = tag.typeAnnotation?.slice(1, -1)
    if (name === undefined) continue
    tag.content.unshift({ kind: 'code', text: `\`${name}\`` }, { kind: 'text', text: ' ' })
    delete tag.typeAnnotation
  }
}

/** Takes out what is for tests alone. */
function clean(content: readonly CommentDisplayPart[]): void {
  for (const part of content) if (part.kind === 'text') part.text = withoutMarks(part.text)
}

/** The page of the README has its title already. */
function withoutHeading(content: readonly CommentDisplayPart[]): void {
  const [first] = content
  if (first) first.text = first.text.replace(/^# .+\n+/, '')
}
