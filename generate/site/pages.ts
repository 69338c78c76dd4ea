import type { Example } from './examples.ts'

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}

const links = [
  ['Guides', 'guides/getting-started.html'],
  ['Reference', 'modules.html'],
  ['HTTP API', 'http-api.html'],
] as const

/** A page of TypeDoc as the site has it; `placed` learns which examples stand on it. */
export function finished(html: string, examples: readonly Example[], placed: Set<string>): string {
  const base = html.match(/data-base="([^"]*)"/)?.[1] ?? './'
  return withButtons(html, examples, placed)
    .replace(/<body><script>.*?<\/script>/, `<body><script src="${base}assets/theme.js"></script>`)
    .replace('<div id="tsd-toolbar-links"></div>', toolbar(base))
    .replace(/(class="title">connectif-sdk)( - v[^<]*)/, '$1<span class="version">$2</span>')
    .replace('</head>', `${head(base)}</head>`)
    .replaceAll(/href="((?:\.\.?\/)+)(#[^"]*)?"/g, 'href="$1index.html$2"')
    .replaceAll(
      '<table>',
      '<div class="table" tabindex="0" role="region" aria-label="Table"><table>',
    )
    .replaceAll('</table>', '</table></div>')
}

function head(base: string): string {
  return `<link rel="stylesheet" href="${base}assets/site.css"/>\
<script defer src="${base}assets/run.js"></script>`
}

function toolbar(base: string): string {
  const all = links.map(([name, path]) => `<a href="${base}${path}">${name}</a>`)
  return `<div id="tsd-toolbar-links">${all.join('')}</div>`
}

/** Marks the blocks that can run; the script of the page gives them their button. */
function withButtons(html: string, examples: readonly Example[], placed: Set<string>): string {
  return html.replaceAll(/<pre>(<code class="ts">(.*?)<\/code>)/gs, (all, code, inner) => {
    const text = textOf(inner)
    const example = examples.find((one) => one.code.trimEnd() === text.trimEnd())
    if (!example) return all
    placed.add(example.id)
    return `<pre data-example="${example.id}">${code}`
  })
}

function textOf(html: string): string {
  return html
    .replaceAll('<br/>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:\w+|#39);/g, (entity) => entities[entity] ?? entity)
}
