/** `npm run generate`: writes everything that is made from openapi.yaml. */
import { writeFileSync } from 'node:fs'
import { generatedFiles } from './files.ts'

for (const [path, text] of Object.entries(await generatedFiles())) {
  writeFileSync(path, text)
  console.log(path)
}
