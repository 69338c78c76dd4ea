import { join } from 'node:path'
import { build } from 'esbuild'
import type * as twin from '../../mock/index.ts'

/** How a rule is broken: it refuses nothing, or it does nothing at all. */
type Break = 'refuses nothing' | 'does nothing'

/** A twin whose rules can be broken, one at a time. */
export interface BreakableTwin {
  readonly createMock: typeof twin.createMock
  /** Every function that applies a rule, as `rule id@position among those of the id`. */
  readonly names: readonly string[]
  /** Which is broken now. */
  broken: { name?: string; how?: Break }
}

/** In place of mock/rules/rule.ts. */
const seam = `
  import { Problem } from '../problems.ts'

  export const names = []
  export const broken = {}

  export function rule(facts, apply) {
    const name = facts.id + '@' + names.filter((one) => one.startsWith(facts.id + '@')).length
    names.push(name)
    const applied = (...args) => {
      const how = broken.name === name ? broken.how : undefined
      if (how === 'does nothing') return undefined
      try {
        return apply(...args)
      } catch (thrown) {
        if (!(thrown instanceof Problem)) throw thrown
        if (how === 'refuses nothing') return undefined
        thrown.rule ??= facts.id
        throw thrown
      }
    }
    return Object.assign(applied, facts)
  }
`

/** The twin's sources, bundled with the seam in place of the maker of rules. */
export async function breakableTwin(): Promise<BreakableTwin> {
  const resolveDir = join(import.meta.dirname, '../../mock')
  const entry = `
    export { createMock } from './index.ts'
    export { broken, names } from './rules/rule.ts'
  `
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'seam',
        setup: ({ onLoad }) =>
          onLoad({ filter: /[\\/]rules[\\/]rule\.ts$/ }, () => ({ contents: seam, loader: 'js' })),
      },
    ],
  })
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
  return import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)
}
