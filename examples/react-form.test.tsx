/**
 * A React form tested with vitest and MSW, from the click to the contact: MSW hands what the form
 * sends to the shop's own route, whose SDK talks to the twin.
 *
 *     npx vitest run examples/react-form.test.tsx
 *
 * @vitest-environment happy-dom
 * @jsxImportSource react
 */
import { cleanup, configure, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { signUp } from './react-form/sign-up.ts'
import { SignUpForm } from './react-form/sign-up-form.tsx'

const mock = createMock({
  seed: { contacts: [{ _email: 'ada@example.com', _externalId: 'POS-000123' }] },
})
const connectif = new Connectif({ apiKey: 'shop:secret', fetch: mock.fetch, maxRetries: 0 })
const server = setupServer(http.post('/api/sign-up', ({ request }) => signUp(request, connectif)))

configure({ asyncUtilTimeout: 4000 })

// In msw 2 the option is called `onUnhandledRequest`.
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  cleanup()
  mock.reset()
})
afterAll(() => server.close())

test('a visitor who signs up becomes a contact that the card finds', async () => {
  await fillIn({ Email: 'bob@example.com', Name: 'Bob', 'Loyalty card': 'POS-000124' })

  expect(await screen.findByText('Welcome!')).toBeTruthy()
  expect(mock.contacts.find({ externalId: 'POS-000124' })).toMatchObject({
    _email: 'bob@example.com',
    _name: 'Bob',
    _newsletterSubscriptionStatus: 'subscribed',
  })
})

test('the card of somebody else is refused at its field, and what was typed stays', async () => {
  await fillIn({ Email: 'bob@example.com', Name: 'Bob', 'Loyalty card': 'POS-000123' })

  const card = await screen.findByRole('textbox', { description: 'belongs to another contact' })
  expect(card).toBe(field('Loyalty card'))
  expect(field('Email').value).toBe('bob@example.com')
  expect(mock.contacts.count).toBe(1)
})

test('an email that is none is refused at its field', async () => {
  await fillIn({ Email: 'bob', Name: 'Bob' })

  expect(await screen.findByText('is not a valid email')).toBeTruthy()
  expect(field('Email').getAttribute('aria-invalid')).toBe('true')
})

test('a visitor is told when the API is down, and may try again', async () => {
  mock.faults.add({ kind: 'status', status: 503, times: 1 })

  await fillIn({ Email: 'bob@example.com', Name: 'Bob' })
  expect(await screen.findByText('Please try again later.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button'))

  expect(await screen.findByText('Welcome!')).toBeTruthy()
  expect(mock.contacts.find({ email: 'bob@example.com' })).toBeDefined()
})

async function fillIn(texts: Readonly<Record<string, string>>) {
  render(<SignUpForm />)
  for (const [label, text] of Object.entries(texts)) await userEvent.type(field(label), text)
  await userEvent.click(screen.getByRole('button', { name: 'Sign up' }))
}

function field(label: string) {
  return screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${label}`) })
}
