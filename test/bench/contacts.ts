import { strict as assert } from 'node:assert'
import type { Mock } from 'connectif-sdk/mock'

/** Key that every measurement uses, so that it meets the account it has filled. */
export const apiKey = 'bench:secret'

/** Headers of a call with a JSON body. */
export const headers = { authorization: `apiKey ${apiKey}`, 'content-type': 'application/json' }

/** External ID of the contact with a number. */
export function externalIdOf(number: number): string {
  return `POS-${String(number).padStart(7, '0')}`
}

/** Path of the contact with a number. */
export function pathOf(number: number): string {
  return `/contacts/external-id/${externalIdOf(number)}`
}

/** All but the External ID of a contact with six fields; other points are a change. */
export function patchOf(number: number, points = 0) {
  return {
    _email: `ada.${number}@example.com`,
    _name: `Ada ${number % 997}`,
    _surname: `Lovelace ${number % 4999}`,
    _points: points,
    _newsletterSubscriptionStatus: 'subscribed' as const,
  }
}

/** A CSV file of contacts with four fields, each in a line of its own. */
export function csvOf(rows: number): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: rows }, (_, number) => {
    return `${externalIdOf(number)},a${number}@example.com,Ada ${number % 997},${number % 991}\n`
  })
  return new TextEncoder().encode(`_externalId,_email,_name,_points\n${lines.join('')}`)
}

/** Patches a contact in the twin, which creates it when it is new. */
export function patch(mock: Mock, number: number, points = 0): string {
  const { status, body } = mock.handle({
    method: 'PATCH',
    path: pathOf(number),
    query: '',
    headers,
    body: JSON.stringify(patchOf(number, points)),
    oversized: false,
  })
  assert.equal(status, 200, body)
  return body
}

/** Numbers below `count`, all of them in turn, but far from one another. */
export function scattered(count: number): () => number {
  let turn = 0
  return () => {
    turn = (turn + 1) % count
    return (turn * 2_654_435_761) % count
  }
}
