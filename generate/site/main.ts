/** `npm run docs`: writes the site into `docs/`, or into the folder that is given. */
import { relative, resolve } from 'node:path'
import { buildSite } from './site.ts'

const out = resolve(process.argv[2] ?? 'docs')
const where = relative(process.cwd(), out)
console.log(`${await buildSite(out)} pages in ${where}`)
