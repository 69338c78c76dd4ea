import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import ts from 'typescript'

/** Builds the inspector into `dist`: the page that the server has, and the element. */

const source = 'mock/inspector'
const target = 'dist/mock/inspector'
const common: BuildOptions = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  write: false,
}

/** One file of what esbuild makes of an entry. */
async function built(entry: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [join(source, entry)],
    ...options,
  })
  return outputFiles?.[0]?.text ?? ''
}

/** The twin stays where it is in the package: a copy of it would know nothing of the page's own. */
const outside: Plugin = {
  name: 'twin',
  setup({ onResolve }) {
    onResolve({ filter: /\/(control\/control|call)\.ts$/ }, ({ path }) => ({
      path: path.replace(/^(\.\.\/)+/, '../').replace(/\.ts$/, '.js'),
      external: true,
    }))
  },
}

function textOfCss(css: string): Plugin {
  return {
    name: 'css',
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, () => ({ contents: css, loader: 'text' }))
    },
  }
}

/** The types of the element, which are all in its own file. */
function declaration(): string {
  const file = join(source, 'index.ts')
  const { outputText } = ts.transpileDeclaration(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext },
  })
  return outputText
}

const css = await built('styles/main.css')
mkdirSync(join(target, 'assets'), { recursive: true })
copyFileSync(join(source, 'index.html'), join(target, 'index.html'))
copyFileSync(join(source, 'icon.svg'), join(target, 'assets/icon.svg'))
writeFileSync(join(target, 'assets/inspector.css'), css)
writeFileSync(join(target, 'assets/inspector.js'), await built('page.tsx'))
writeFileSync(
  join(target, 'index.js'),
  await built('index.ts', { plugins: [outside, textOfCss(css)] }),
)
writeFileSync(join(target, 'index.d.ts'), declaration())
