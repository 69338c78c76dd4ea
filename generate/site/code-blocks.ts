/** A fenced block of Markdown. */
export interface CodeBlock {
  /** Line of its opening fence, from 1. */
  line: number
  language: string
  code: string
  /** What the comment in front of it says, such as `run`, or `compiled: it needs an account`. */
  run: string | undefined
  /** The text block behind it: what it prints. */
  output: string | undefined
}

/** The code of a Markdown file, in order; blocks of output belong to the block before them. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = []
  const fenced = /(?:^<!-- ((?:run|compiled|not)\b[^>]*) -->\n\n)?^```(\w+)\n(.*?)^```$/gms

  for (const { 0: all, 1: run, 2: language = '', 3: code = '', index } of markdown.matchAll(
    fenced,
  )) {
    const last = blocks.at(-1)
    if (language === 'text' && last) {
      last.output = code
    } else {
      const line = markdown.slice(0, index + all.indexOf('```')).split('\n').length
      blocks.push({ line, language, code, run, output: undefined })
    }
  }
  return blocks
}

/** Markdown without the comments that say what is done with its code. */
export function withoutMarks(markdown: string): string {
  return markdown.replace(/^<!-- (?:run|compiled|not)\b[^>]* -->\n\n/gm, '')
}

/** A block that makes no client of its own is about these two. */
export function whole(code: string): string {
  if (code.includes('import ')) return code
  return `import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'
const mock = createMock()
const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })
${code}`
}
