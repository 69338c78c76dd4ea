import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, inject, vi } from 'vitest'
import { npm, root, run } from './run.ts'

/** What the package deals with files by. */
export const forFiles = [
  '@remix-run/multipart-parser',
  'csv-parse',
  'csv-stringify',
  'fflate',
] as const

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

// Packing and compiling take their time where all cores are busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** An empty project with the package in it, as `npm pack` makes it. */
export interface Project {
  readonly folder: string
  /** Where the package is in it. */
  readonly own: string
}

/** Packs what is in `dist` now, and installs it with those of its dependencies that are named. */
export async function aProject(...dependencies: string[]): Promise<Project> {
  const folder = aFolder()
  const own = join(folder, 'node_modules/connectif-sdk')
  mkdirSync(own, { recursive: true })
  copyFileSync(archive(), join(folder, 'package.tgz'))
  await run('tar', ['-xzf', 'package.tgz', '--strip-components=1', '-C', own], { cwd: folder })

  for (const name of dependencies) link(folder, name)
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  return { folder, own }
}

/** An empty project into which npm installs the package, with all that it needs. */
export async function anInstalledProject(): Promise<string> {
  const folder = aFolder()
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  await npm(['install', '--prefer-offline', '--no-audit', '--no-fund', archive()], folder)
  return folder
}

/** The files in a folder and all below, with `/` between names, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** The package as `npm pack` makes it, once a run. */
function archive(): string {
  const trouble = inject('archiveTrouble')
  if (trouble !== '') throw new Error(`the package was not packed: ${trouble}`)
  return inject('archive')
}

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'connectif-package-'))
  folders.push(folder)
  return folder
}

function link(folder: string, name: string) {
  const target = join(folder, 'node_modules', name)
  mkdirSync(join(target, '..'), { recursive: true })
  symlinkSync(join(root, 'node_modules', name), target, 'junction')
}
