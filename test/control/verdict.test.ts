import { expect } from 'vitest'
import { test } from './steer.ts'

test('the verdict is that of the twin', async ({ call, steer, mock }) => {
  expect((await steer('GET verdict')).json).toEqual({ clean: true, complete: true, findings: [] })

  await call('PATCH /contacts/external-id/TPV%252012', { _name: 'Ada' })

  const { json } = await steer('GET verdict')
  expect(json).toMatchObject({ clean: false, findings: [{ id: 'address-encoding' }] })
  expect(json).toEqual(JSON.parse(JSON.stringify(mock.verdict())))
})
