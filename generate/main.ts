/** `npm run generate`: writes what is made from openapi.yaml, the rules and the switches. */
import { readFileSync, writeFileSync } from 'node:fs'
import { generatedFiles } from './files.ts'

for (const [path, text] of Object.entries(await generatedFiles())) write(path, text)

// Loaded only now: the rules import the validators that have just been written.
const { withTables } = await import('./readme.ts')
write('README.md', withTables(readFileSync('README.md', 'utf8')))
const { rulesGuide } = await import('./rules-guide.ts')
write('guides/rules.md', await rulesGuide())

function write(path: string, text: string): void {
  writeFileSync(path, text)
  console.log(path)
}
