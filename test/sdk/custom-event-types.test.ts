import { expect, test } from 'vitest'
import type { CustomEventTypeCreate } from '../../sdk/index.ts'
import { aTwin } from '../support/twin.ts'

const storeVisit: CustomEventTypeCreate = {
  alias: 'store-visit',
  name: 'Store visit',
  fields: [
    { id: 'email', name: 'Email', type: 'email' },
    { id: 'store', name: 'Store', type: 'text', required: true },
  ],
  primaryKey: 'email',
}

test('a type is created, with an id, and found by it', async () => {
  const { connectif } = aTwin()

  const created = await connectif.customEventTypes.create(storeVisit)

  expect(created).toEqual({ ...storeVisit, id: expect.any(String), category: 'receive' })
  expect(await connectif.customEventTypes.get(created.id)).toEqual(created)
})

test('types are listed in the order of their creation', async () => {
  const { connectif } = aTwin()
  const first = await connectif.customEventTypes.create(storeVisit)
  const second = await connectif.customEventTypes.create({ ...storeVisit, alias: 'a-call' })

  expect(await connectif.customEventTypes.list()).toEqual([first, second])
})

test('a deleted type is gone, its alias is free, and deleting it again is no error', async () => {
  const { connectif } = aTwin()
  const { id } = await connectif.customEventTypes.create(storeVisit)

  await connectif.customEventTypes.delete(id)
  await connectif.customEventTypes.delete(id)

  await expect(connectif.customEventTypes.get(id)).rejects.toMatchObject({ name: 'NotFoundError' })
  const again = await connectif.customEventTypes.create(storeVisit)
  expect(again.id).not.toBe(id)
})

test.for([
  [{ primaryKey: 'store' }, 'primaryKey'],
  [{ primaryKey: '_externalId' }, 'primaryKey'],
  [{ alias: 'taken' }, 'alias'],
] as const)('%j is refused, and no type is created', async ([part, path]) => {
  const { connectif } = aTwin()
  await connectif.customEventTypes.create({ ...storeVisit, alias: 'taken' })

  const creating = connectif.customEventTypes.create({ ...storeVisit, ...part })

  await expect(creating).rejects.toMatchObject({ status: 422, violations: [{ path }] })
  expect(await connectif.customEventTypes.list()).toHaveLength(1)
})
