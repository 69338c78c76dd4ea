import { expect, test } from 'vitest'
import { compiled, resolutions } from './compiled.ts'
import { consumer, matchersConsumer, mswConsumer } from './consumers.ts'
import { aProject } from './packed.ts'

test.for(resolutions)(
  'types hold under moduleResolution %s, strictly, without types of Node, MSW or vitest',
  async ([moduleResolution, module]) => {
    const { folder } = await aProject('ky')

    const complaints = await compiled(folder, consumer, { moduleResolution, module, types: [] })

    expect(complaints).toBe('')
  },
)

test('types of the MSW carrier hold with msw', async () => {
  const { folder } = await aProject('ky', 'msw', '@types/node')

  const complaints = await compiled(folder, mswConsumer, {
    moduleResolution: 'nodenext',
    module: 'nodenext',
    types: ['node'],
  })

  expect(complaints).toBe('')
})

test.for(resolutions)(
  'types of the matchers hold with vitest under moduleResolution %s',
  async ([moduleResolution, module]) => {
    const { folder } = await aProject('ky', 'vitest', '@types/node')

    const complaints = await compiled(folder, matchersConsumer, {
      moduleResolution,
      module,
      types: ['node'],
    })

    expect(complaints).toBe('')
  },
)
