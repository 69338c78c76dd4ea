import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatedFiles } from '../../generate/files.ts'

test('the generated files are those that the contract makes', { timeout: 30_000 }, async () => {
  const files = Object.entries(await generatedFiles())

  for (const [path, text] of files) {
    const onDisk = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
    expect(onDisk === text, `${path} is stale: npm run generate`).toBe(true)
  }
  expect(files).toHaveLength(3)
})
