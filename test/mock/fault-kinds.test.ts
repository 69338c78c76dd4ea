import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import type { FaultKind } from '../../mock/index.ts'
import { aTwinToSendTo } from '../support/matching.ts'

const clock = '2026-01-01T00:00:00Z'
const date = 'Thu, 01 Jan 2026 00:00:00 GMT'
const line = 'PATCH /contacts/external-id/POS-000001'

/** A twin with this fault, and what a call to it gives. */
function met(fault: FaultKind) {
  const { mock, send } = aTwinToSendTo({ clock, seed: { contacts: [aContact()] } })
  mock.faults.add(fault)
  const answer = send(line, { _points: 7 })
  return { mock, send, answer, points: mock.contacts.all()[0]?._points }
}

describe('what a fault does', () => {
  test.for<[FaultKind, number, object | undefined]>([
    [{ kind: 'status', status: 500 }, 120, undefined],
    [{ kind: 'timeout' }, 120, { kind: 'never' }],
    [{ kind: 'reset' }, 120, { kind: 'dropped' }],
    [{ kind: 'lost-reply' }, 7, { kind: 'dropped' }],
    [{ kind: 'delay', ms: 5 }, 7, { kind: 'late', ms: 5 }],
    [{ kind: 'truncate' }, 7, { kind: 'cut' }],
    [{ kind: 'slow-body', ms: 9 }, 7, { kind: 'slow', ms: 9 }],
    [{ kind: 'duplicate' }, 7, undefined],
  ])('%j: whether the call is carried out, and how the answer is delivered', (kind) => {
    const [fault, points, delivery] = kind

    const { answer, mock, ...after } = met(fault)

    expect([after.points, answer.delivery]).toEqual([points, delivery])
    expect(mock.journal.calls()).toMatchObject([{ fault: fault.kind, status: answer.status }])
  })

  test.for<FaultKind>([
    { kind: 'lost-reply' },
    { kind: 'delay', ms: 5 },
    { kind: 'truncate' },
    { kind: 'slow-body', ms: 9 },
  ])('%j leaves the answer itself as it would be', (fault) => {
    const { status, headers, body } = met(fault).answer
    const { send } = aTwinToSendTo({ clock, seed: { contacts: [aContact()] } })

    expect({ status, headers, body }).toEqual(send(line, { _points: 7 }))
  })

  test('a refusal of the API travels under a fault as well', () => {
    const { mock, send } = aTwinToSendTo()
    mock.faults.add({ kind: 'delay', ms: 5 })

    const { status, headers, delivery } = send(line, { _points: 'many' })

    expect([status, headers['x-connectif-mock-rule'], delivery]).toEqual([
      422,
      'body-shape',
      { kind: 'late', ms: 5 },
    ])
  })
})

describe('a status', () => {
  test.for([400, 403, 404, 409, 413, 415, 500, 502, 503, 504, 599])(
    '%i comes in the vendor’s shape, and says that it was injected',
    (status) => {
      const { answer } = met({ kind: 'status', status })

      expect(answer.status).toBe(status)
      expect(answer.headers).toEqual({ 'content-type': 'application/json', date })
      expect(JSON.parse(answer.body)).toMatchObject({
        status,
        detail: 'A fault of the twin, injected by a test.',
      })
    },
  )

  test.for([401, 429])('%i has no body, as the vendor documents none', (status) => {
    const { answer } = met({ kind: 'status', status })

    expect(answer).toEqual({ status, headers: { date }, body: '' })
  })

  test.for([418, 451, 599])('%i has a title, too, as every HttpError', (status) => {
    const { body } = met({ kind: 'status', status }).answer

    expect(JSON.parse(body)).toMatchObject({ title: expect.stringMatching(/\w/) })
  })

  test('brings the headers that it is given, names in lower case', () => {
    const headers = { 'Retry-After': '7', 'X-RateLimit-Remaining': '0' }

    const { answer } = met({ kind: 'status', status: 429, headers })

    expect(answer.headers).toEqual({ date, 'retry-after': '7', 'x-ratelimit-remaining': '0' })
  })

  test('of an account whose misfits are 400 stays the one that was asked for', () => {
    const { mock, send } = aTwinToSendTo({ behaviors: { invalidFields: 400 } })
    mock.faults.add({ kind: 'status', status: 422 })

    expect(send(line, {}).status).toBe(422)
  })
})

describe('a call that is delivered twice', () => {
  test('is carried out twice, and the second answer comes back', () => {
    const seed = { contacts: [aContact()], products: [aProduct()] }
    const { mock, send } = aTwinToSendTo({ seed })
    mock.faults.add({ on: 'POST /purchases/', kind: 'duplicate' })

    const { status, headers } = send('POST /purchases/', aPurchase())

    expect([status, headers['x-connectif-mock-rule']]).toEqual([422, 'purchase-id-unique'])
    expect(mock.purchases.count).toBe(1)
    expect(mock.journal.count).toBe(1)
  })

  test('shows that a repeated PATCH is harmless', () => {
    const { mock, answer } = met({ kind: 'duplicate' })

    expect(answer.status).toBe(200)
    expect(mock.activities().map(({ type }) => type)).toEqual([
      'contact-created',
      'contact-updated',
    ])
  })
})
