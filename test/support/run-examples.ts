/**
 * `npm run examples`: runs every example as its reader would, prints how each went, and exits with
 * 1 when one failed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { styleText } from 'node:util'

const root = new URL('../../', import.meta.url)
const isPage = (name: string) => existsSync(new URL(`examples/${name}/index.html`, root))
const names = readdirSync(new URL('examples', root)).filter(
  (name) => /\.(tsx?|sh)$/.test(name) || isPage(name),
)

const results = names.sort().map((name) => {
  const file = `examples/${name}`
  const args = argumentsFor(file, name)
  const program = name.endsWith('.sh') ? 'bash' : process.execPath

  console.log(styleText('bold', `\n${file}`))
  const startedAt = performance.now()
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)

  return { line: `${status === 0 ? 'ok  ' : 'FAIL'} ${seconds.padStart(5)} s  ${file}`, status }
})

console.log(`\n${results.map(({ line }) => line).join('\n')}`)
process.exitCode = results.every(({ status }) => status === 0) ? 0 : 1

/** What Node is called with: a page is built, as it takes a browser to run it. */
function argumentsFor(file: string, name: string): string[] {
  if (isPage(name)) return ['node_modules/vite/bin/vite.js', 'build', file, '--logLevel', 'warn']
  if (/\.test\.tsx?$/.test(name)) return ['node_modules/vitest/vitest.mjs', 'run', file]
  return [file]
}
