import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { matchers } from '../../mock/vitest.ts'
import { messageOf } from '../support/matching.ts'
import { aShop, found, purchase } from './clients.ts'

const post = 'POST /purchases/'

describe('a verdict', () => {
  test('of no calls is clean and complete', () => {
    expect(createMock().verdict()).toEqual({ clean: true, complete: true, findings: [] })
  })

  test('is plain JSON, and the same again', async () => {
    const { mock, ask } = aShop()
    await ask(post, purchase)
    await ask(post, purchase)

    const verdict = mock.verdict()

    expect(verdict).toMatchObject({ clean: false, complete: true })
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
    expect(mock.verdict()).toEqual(verdict)
    expect(verdict.findings[0]?.calls).toEqual(mock.journal.calls())
    expect(verdict.findings[0]?.advice).toMatch(/look it up/)
  })

  test('says where older calls were dropped', async () => {
    const { mock, ask } = aShop({ journalCapacity: 2 })

    for (const id of [1, 2]) await ask(`GET /contacts/external-id/${id}`)
    expect(mock.verdict().complete).toBe(true)
    await ask('GET /contacts/external-id/3')

    expect(mock.verdict()).toEqual({ clean: true, complete: false, findings: [] })
  })

  test('starts anew when the journal is cleared, and when the twin is reset', async () => {
    const { mock, ask } = aShop()
    await ask(post, purchase)
    mock.journal.clear()
    await ask(post, purchase)
    expect(found(mock)).toEqual([])

    await ask(post, purchase)
    mock.reset()

    expect(found(mock)).toEqual([])
  })

  test('finds no mistake in refusals alone', async () => {
    const { mock, ask } = aShop()

    await ask('PATCH /contacts/email/ada@example.com', { _points: 'x' })
    await ask('GET /contacts/email/nobody@example.com')
    await ask('GET /nothing')
    await ask('PUT /purchases/1', {})
    await ask('GET /imports/', undefined, { key: null })
    await ask(post, { ...purchase, contactEmail: 'nobody@example.com' })

    expect(found(mock)).toEqual([])
  })
})

describe('toHaveCleanVerdict', () => {
  test('passes where the client made no mistake', async () => {
    const { mock, ask } = aShop()
    await ask(post, purchase)

    expect(mock).toHaveCleanVerdict()
    expect(messageOf(() => expect(mock).not.toHaveCleanVerdict())).toContain(
      'The client made no mistake.',
    )
  })

  test('says what happened, by which calls, and what to do instead', async () => {
    const { mock, ask } = aShop({ journalCapacity: 2 })
    await ask('GET /imports/')
    for (let at = 0; at < 2; at++) await ask(post, purchase)

    expect(mock).not.toHaveCleanVerdict()
    const message = messageOf(() => expect(mock).toHaveCleanVerdict())
    expect(message).toMatch(/^expect\(mock\)\.toHaveCleanVerdict\(\)/)
    expect(message).toContain('was sent twice, without a look-up. (purchase-sent-twice)')
    expect(message).toContain('call 3: POST /purchases/ {"purchaseId":"T-1"')
    expect(message).toContain('→ 422: purchaseId')
    expect(message).toContain('Instead: Keep which purchases were sent.')
    expect(message).toContain('Older calls were dropped from the journal, and are not judged.')
  })

  test('is about a twin', () => {
    expect(() => expect({}).toHaveCleanVerdict()).toThrow(/^toHaveCleanVerdict is about a twin/)
    expect(Object.keys(matchers)).toContain('toHaveCleanVerdict')
  })
})
