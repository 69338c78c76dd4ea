/**
 * `npm run examples`: runs every example as its reader would, prints how each went, and exits with
 * 1 when one failed.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { styleText } from 'node:util'

const root = new URL('../../', import.meta.url)
const files = readdirSync(new URL('examples', root)).filter((name) => /\.(ts|sh)$/.test(name))

const results = files.sort().map((name) => {
  const file = `examples/${name}`
  const args = name.endsWith('.test.ts') ? ['node_modules/vitest/vitest.mjs', 'run', file] : [file]
  const program = name.endsWith('.sh') ? 'bash' : process.execPath

  console.log(styleText('bold', `\n${file}`))
  const startedAt = performance.now()
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)

  return { line: `${status === 0 ? 'ok  ' : 'FAIL'} ${seconds.padStart(5)} s  ${file}`, status }
})

console.log(`\n${results.map(({ line }) => line).join('\n')}`)
process.exitCode = results.every(({ status }) => status === 0) ? 0 : 1
