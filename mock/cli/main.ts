#!/usr/bin/env node
// Older versions of Node must be able to parse this file, so all else is loaded after the check.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 22 || (major === 22 && minor >= 12)) {
  import('./program.ts').then(({ run }) => run())
} else {
  console.error(`connectif needs Node 22.12 or newer, and this is Node ${process.versions.node}.`)
  process.exitCode = 1
}
