import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { connectifMock, root, startsNode } from './connectif.ts'

startsNode()

const run = promisify(execFile)

/** The instructions of the Dockerfile, in order; lines that end in a backslash go on. */
const instructions = readFileSync(join(root, 'Dockerfile'), 'utf8')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): [name: string, rest: string] => {
    const [name = ''] = line.split(' ')
    return [name, line.slice(name.length + 1)]
  })

/** What the image that is run says, not the one that it is built by. */
const last = instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'))

test('the image is of the Node that the repository is tested with, to the patch', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const version = devDependencies.node.replace('^', '')
  const images = instructions.flatMap(([name, rest]) => (name === 'FROM' ? [rest] : []))

  expect(images).toEqual([`node:${version}-slim AS build`, `node:${version}-slim`])
})

test('the container is not run by root, and nothing is installed after it is another', () => {
  expect(theOnly('USER')).toBe('node')
  expect(last.findLastIndex(([name]) => name === 'RUN')).toBeLessThan(
    last.findIndex(([name]) => name === 'USER'),
  )
})

test('what the container runs is healthy while it serves, and not after that', async () => {
  const [program, command, ...options] = JSON.parse(theOnly('ENTRYPOINT'))
  const atFreePort = options.map((option: string) => option.replace(/^4010$/, '0'))
  const { child, ended, url } = await connectifMock(...atFreePort)
  const { port } = new URL(url)

  expect([program, command, theOnly('EXPOSE')]).toEqual(['connectif', 'mock', '4010'])
  expect(await healthAt(port)).toBe(0)

  const control = await fetch(`http://127.0.0.1:${port}/__twin/state`)
  expect(control.status).toBe(404)

  child.kill('SIGTERM')
  expect(await ended).toMatchObject({ code: 0 })
  expect(await healthAt(port)).toBe(1)
})

test('compose serves this machine only, from a container that can change nothing', () => {
  const { services } = parse(readFileSync(join(root, 'compose.yaml'), 'utf8'))

  expect(Object.keys(services)).toEqual(['connectif'])
  expect(services.connectif).toMatchObject({
    build: '.',
    ports: ['127.0.0.1:4010:4010'],
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
  })
})

/** What an instruction says, which stands in the last image once. */
function theOnly(wanted: string): string {
  const found = last.filter(([name]) => name === wanted)
  expect(found, wanted).toHaveLength(1)
  return found[0]?.[1] ?? ''
}

/** How the health check ends where the container listens on this port. */
async function healthAt(port: string): Promise<number> {
  const [, command = '[]'] = theOnly('HEALTHCHECK').split(' CMD ')
  const [program, ...args] = JSON.parse(command.replace(':4010/', `:${port}/`))
  expect(program).toBe('node')
  return run(process.execPath, args).then(
    () => 0,
    ({ code }) => code,
  )
}
