/** `npm run generate`: writes everything that is made from openapi.yaml and from the rules. */
import { readFileSync, writeFileSync } from 'node:fs'
import { generatedFiles } from './files.ts'

for (const [path, text] of Object.entries(await generatedFiles())) write(path, text)

// Loaded only now: the rules import the validators that have just been written.
const { withFidelityTable } = await import('./fidelity.ts')
write('README.md', withFidelityTable(readFileSync('README.md', 'utf8')))

function write(path: string, text: string): void {
  writeFileSync(path, text)
  console.log(path)
}
