import { type Contract, contract, operations } from '../contract.ts'
import { code } from '../markdown.ts'

/** The page of the contract, which Redoc fills in. */
export function httpApiPage(): string {
  return `<!DOCTYPE html>
<html lang="en" data-base="./">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>HTTP API - connectif-sdk</title>
<meta name="description" content="The operations of the API that SDK and twin know"/>
<link rel="stylesheet" href="assets/style.css"/>
<link rel="stylesheet" href="assets/site.css"/>
<script src="assets/theme.js"></script>
</head>
<body class="http-api">
<header class="tsd-page-toolbar"><div class="tsd-toolbar-contents container">
<a href="index.html" class="title">connectif-sdk</a>
<div id="tsd-toolbar-links"><a href="guides/getting-started.html">Guides</a>\
<a href="modules.html">Reference</a><a href="http-api.html">HTTP API</a></div>
</div></header>
<main id="redoc">
<p class="without-scripts">This page needs scripts. <a href="http-api.md">The operations as
Markdown</a>, <a href="openapi.yaml">the contract</a>.</p>
</main>
<script src="assets/openapi.js"></script>
<script src="assets/redoc.js"></script>
<script src="assets/http-api.js"></script>
</body>
</html>
`
}

/** The contract as the page has it: operations say what they ask for, and what they refuse by. */
export function contractOfPage(): Contract {
  const copy = structuredClone(contract)
  for (const { method, path, operation } of operations()) {
    const own = copy.paths[path]?.[method]
    if (own) own.description = `${own.description.trim()}\n\n${factsOf(operation, 'html')}`
  }
  return copy
}

/** The operations of the contract: what each does, asks for and refuses by. */
export function httpApiMarkdown(): string {
  const parts = operations().map(
    ({ key, operation }) =>
      `## ${code(key)}\n\n${operation.description.trim()}\n\n${factsOf(operation, 'md')}`,
  )
  return `# HTTP API

The operations of the Connectif API that the SDK and its twin know. Shapes, lengths and formats are
in [openapi.yaml](openapi.yaml).

${parts.join('\n\n')}
`
}

/** Scope, rules and error codes, one line each. */
function factsOf(operation: ReturnType<typeof operations>[number]['operation'], ending: string) {
  const rules = operation['x-rules'].map((id) => `[${id}](guides/rules.${ending}#${id})`)
  const facts = [
    ['Scope', [code(operation['x-scope'])]],
    ['Rules', rules],
    ['Error codes', operation['x-error-codes'].map(code)],
  ] as const
  return facts
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `- ${name}: ${values.join(', ')}`)
    .join('\n')
}
