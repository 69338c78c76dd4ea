import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { compiled, resolutions } from '../package/compiled.ts'
import { consumer, matchersConsumer, mswConsumer } from '../package/consumers.ts'
import { aProject } from '../package/packed.ts'
import { run } from '../package/run.ts'

/** Beside the repository's own, 5.9, which `npm test` holds the same declarations by. */
const compilers = [
  { name: 'TypeScript 6', says: /^Version 6\./, folder: 'typescript6' },
  { name: 'TypeScript 7', says: /^Version 7\./, folder: 'typescript7' },
].map(({ folder, ...compiler }) => ({
  ...compiler,
  tsc: join(import.meta.dirname, 'node_modules', folder, 'bin/tsc'),
}))

let bare: string
let withPeers: string

beforeAll(async () => {
  bare = (await aProject('ky')).folder
  const peers = ['msw', 'vitest', '@types/node']
  withPeers = (await aProject('ky', ...peers)).folder
})

describe.for(compilers)('$name', ({ says, tsc }) => {
  test('is the compiler that it is called', async () => {
    const { stdout } = await run(process.execPath, [tsc, '--version'])

    expect(stdout).toMatch(says)
  })

  test.for(resolutions)(
    'holds the declarations under moduleResolution %s, all of them, without types of Node',
    async ([moduleResolution, module]) => {
      const options = { moduleResolution, module, types: [] }

      expect(await compiled(bare, consumer, options, tsc)).toBe('')
    },
  )

  test.for([
    ['MSW', mswConsumer],
    ['vitest', matchersConsumer],
  ] as const)('holds the declarations beside those of %s', async ([, text]) => {
    const options = { moduleResolution: 'nodenext', module: 'nodenext', types: ['node'] }

    expect(await compiled(withPeers, text, options, tsc)).toBe('')
  })
})
