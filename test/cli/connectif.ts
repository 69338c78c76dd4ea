import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, vi } from 'vitest'

/** What a process has printed, and how it ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A `connectif mock` that listens. */
export interface Running {
  readonly child: ChildProcess
  readonly url: string
  /** What it printed until it was ready. */
  readonly stdout: string
  /** What it has printed to stderr, once these words are in it. */
  readonly toldUpTo: (words: string) => Promise<string>
  /** How it ends, all that it printed included. */
  readonly ended: Promise<Ended>
}

/** The repository. */
export const root = join(import.meta.dirname, '../..')

const { FORCE_COLOR: _, CONNECTIF_API_KEY: __, CONNECTIF_BASE_URL: ___, ...own } = process.env
const env = { ...own, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/connectif') }
const undo: (() => void)[] = []

/** For the top of a test file: Node gets time to start, and what the file started ends with it. */
export function startsNode(): void {
  // Not by importing this module: test files share it, and only the first would run it.
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })
  afterAll(() => {
    for (const step of undo.splice(0)) step()
  })
}

/** Runs `connectif` from its sources, to its end. */
export function connectif(...args: string[]): Promise<Ended> {
  return endOf(start(args))
}

/** What a process is started with. */
export interface Surroundings {
  /** Variables beside those of this process. */
  readonly env?: Record<string, string>
  /** What it can read from stdin, to its end. */
  readonly input?: string
  /** Whether it takes its streams for a terminal of 80 columns. */
  readonly isTerminal?: boolean
}

/** Runs `connectif` as `connectif` does, with what is around it. */
export function connectifIn(around: Surroundings, ...args: string[]): Promise<Ended> {
  return connectifBegun(around, ...args).ended
}

/** A `connectif` that runs, with what is around it. */
export function connectifBegun(around: Surroundings, ...args: string[]) {
  const { input, isTerminal } = around
  const child = start(args, around.env, isTerminal ? ['--import', asTerminal] : [])
  // A process may end without having read what it was given.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input ?? '')
  return { child, ended: endOf(child) }
}

/** Streams that are pipes, and say that they are a terminal. */
const asTerminal = `data:text/javascript,${encodeURIComponent(`
  import { WriteStream } from 'node:tty'
  const { getColorDepth } = WriteStream.prototype
  for (const stream of [process.stdin, process.stdout, process.stderr]) {
    Object.assign(stream, { isTTY: true, columns: 80, getColorDepth, setRawMode: () => stream })
  }
`)}`

/** Runs `connectif mock` from its sources, on a free port, until the test file is done. */
export function connectifMock(...args: string[]): Promise<Running> {
  return connectifMockIn({}, ...args)
}

/** The same, with these variables of the environment. */
export async function connectifMockIn(
  variables: Record<string, string>,
  ...args: string[]
): Promise<Running> {
  const child = start(['mock', '--port', '0', ...args], variables)
  const ended = endOf(child)
  const toldUpTo = outputOf(child.stderr as Readable)
  const stdout = await Promise.race([outputOf(child.stdout as Readable)('Ctrl+C'), ended])
  if (typeof stdout !== 'string') throw new Error(`it ended: ${stdout.stderr}`)
  return { child, ended, stdout, toldUpTo, url: /http:\S+/.exec(stdout)?.[0] ?? '' }
}

/** What is printed as JSON lines. */
export function linesOf(stdout: string) {
  const lines = stdout.trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}

/** A folder of its own, gone when the test file is done. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'connectif-cli-'))
  undo.push(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A file with this text, gone when the test file is done. */
export function aFile(name: string, text: string): string {
  const file = join(aFolder(), name)
  writeFileSync(file, text)
  return file
}

function start(args: string[], more: Record<string, string> = {}, options: string[] = []) {
  const command = [...options, join(root, 'mock/cli/main.ts'), ...args]
  const child = spawn(process.execPath, command, { env: { ...env, ...more } })
  undo.push(() => child.kill('SIGKILL'))
  return child
}

function endOf(child: ChildProcess): Promise<Ended> {
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.on('data', (chunk) => {
      output[name] += chunk
    })
  }
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, ...output }))
  })
}

/** What a stream brings, once certain words are in it, however long before that was asked. */
function outputOf(stream: Readable) {
  let text = ''
  stream.on('data', (chunk) => {
    text += chunk
  })
  return async (words: string) => {
    while (!text.includes(words)) await once(stream, 'data')
    return text
  }
}
