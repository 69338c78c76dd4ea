import { expect, test } from 'vitest'
import { aTwin, imported } from '../support/imports.ts'

const seed = {
  contacts: [
    { _externalId: '1', _email: 'ada@example.com' },
    { _externalId: '2', _email: 'bob@example.com' },
  ],
}

const file = '_externalId,_email,_name\n1,new@example.com,One\n9,bob@example.com,Nine\n'

test.for([{}, { importKey: 'external-id' }] as const)(
  'with %j, the External ID finds the contact, and the email is written',
  async (behaviors) => {
    const mock = aTwin({ seed, behaviors })

    const done = await imported(mock, file)

    expect(done.report).toEqual([[3, '_email', 'bob@example.com', 'email-unique']])
    expect(mock.contacts.all()).toMatchObject([
      { _externalId: '1', _email: 'new@example.com', _name: 'One' },
      { _externalId: '2', _email: 'bob@example.com' },
    ])
  },
)

test('with importKey "email", the email finds the contact, the External ID is written', async () => {
  const mock = aTwin({ seed, behaviors: { importKey: 'email' } })

  const done = await imported(mock, file)

  expect(done.report).toEqual([[2, '_externalId', '1', 'external-id-unique']])
  expect(mock.contacts.all()).toMatchObject([
    { _externalId: '1', _email: 'ada@example.com' },
    { _externalId: '9', _email: 'bob@example.com', _name: 'Nine' },
  ])
})

test('with importKey "email", a record without email still goes by its External ID', async () => {
  const mock = aTwin({ seed, behaviors: { importKey: 'email' } })

  const done = await imported(mock, '_externalId,_email,_name\n2,,Two\n')

  expect(done).toMatchObject({ success: 1, report: [] })
  expect(mock.contacts.find({ externalId: '2' })?._name).toBe('Two')
})
