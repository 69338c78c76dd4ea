import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Effort, Row } from './report.ts'

const budget = 500
const what = 'connectif mock from start to first answer, best of several'
const main = fileURLToPath(new URL('../../dist/mock/cli/main.js', import.meta.url))

/** How soon the command answers. */
export async function start({ short }: Effort): Promise<Row[]> {
  if (!existsSync(main)) {
    const measured = 'dist/mock/cli/main.js is missing'
    return [{ what, measured, budget: `≤ ${budget} ms`, within: undefined }]
  }
  const times: number[] = []
  for (let run = 0; run < (short ? 5 : 15); run++) times.push(await firstAnswer())
  const time = Math.min(...times)
  return [
    {
      what,
      measured: `${time.toFixed(0)} ms`,
      budget: `≤ ${budget} ms`,
      within: time <= budget,
    },
  ]
}

async function firstAnswer() {
  const before = performance.now()
  const child = spawn(process.execPath, [main, 'mock', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    let printed = ''
    for await (const chunk of child.stdout) {
      printed += chunk
      const url = /http:\/\/[\w.:[\]]+\d(?=\s|\/|$)/.exec(printed)?.[0]
      if (url === undefined) continue
      await fetch(url)
      return performance.now() - before
    }
    throw new Error(`connectif mock ended without a URL: ${printed}`)
  } finally {
    child.kill()
    if (child.exitCode === null) await once(child, 'exit')
  }
}
