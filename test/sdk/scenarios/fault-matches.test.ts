import { describe, expect } from 'vitest'
import { aContact } from '../../../mock/builders/samples.ts'
import type { FaultOptions, OperationKey } from '../../../mock/index.ts'
import { onEveryCarrier } from '../../support/carriers.ts'

const patch = 'PATCH /contacts/external-id/{externalId}'
const read = 'GET /contacts/email/{email}'
const broken = { kind: 'status', status: 503 } as const

onEveryCarrier((test) => {
  test.override('options', { seed: { contacts: [aContact()] } })

  /** Which of the calls a fault meets, by their number. */
  test.for<[string, FaultOptions, number[]]>([
    ['nothing more said', broken, [1]],
    ['times', { ...broken, times: 3 }, [1, 2, 3]],
    ['all times', { ...broken, times: Number.POSITIVE_INFINITY }, [1, 2, 3, 4, 5, 6]],
    ['nth', { ...broken, nth: 4 }, [4]],
    ['nth and times', { ...broken, nth: 2, times: 2 }, [2, 3]],
    ['an operation', { ...broken, on: read }, [2]],
    ['operations', { ...broken, on: [read, patch], times: 9 }, [1, 2, 3, 5]],
    ['the nth of an operation', { ...broken, on: patch, nth: 2 }, [3]],
    ['an email', { ...broken, address: 'ada@example.com', times: 9 }, [2, 4]],
    ['an External ID that is encoded', { ...broken, address: 'POS/2 ñ', times: 9 }, [3, 5]],
    ['an address of an operation', { ...broken, on: patch, address: 'POS/2 ñ' }, [3]],
    ['an operation that is not called', { ...broken, on: 'POST /purchases/' }, []],
    ['an address that is part of one', { ...broken, address: 'POS', times: 9 }, []],
  ])('by %s', async ([, fault, met], { client, carried, mock }) => {
    const { contacts } = client({ fetch: carried.fetch })
    const calls = [
      () => contacts.upsert({ externalId: 'POS-000001' }, {}),
      () => contacts.get({ email: 'ada@example.com' }),
      () => contacts.upsert({ externalId: 'POS/2 ñ' }, {}),
      () => contacts.delete({ email: 'ada@example.com' }),
      () => contacts.upsert({ externalId: 'POS/2 ñ' }, {}),
      () => contacts.delete({ externalId: 'POS/3' }),
    ]
    const { id } = mock.faults.add(fault)

    const results: string[] = []
    for (const call of calls) {
      results.push(
        await call().then(
          () => 'done',
          ({ status }) => String(status),
        ),
      )
    }

    const numbers = results.flatMap((result, at) => (result === '503' ? [at + 1] : []))
    expect(numbers).toEqual(met)
    expect(mock.faults.list()).toMatchObject([{ id, hits: met.length }])
    const journaled = mock.journal.calls({ fault: 'status' }).map(({ number }) => number)
    expect(journaled).toEqual(met)
  })

  test('of several faults the first in place decides, the others wait', async ({
    client,
    carried,
    mock,
  }) => {
    const { contacts } = client({ fetch: carried.fetch })
    for (const status of [500, 502, 504]) mock.faults.add({ kind: 'status', status })

    const seen: number[] = []
    for (let calls = 0; calls < 4; calls++) {
      const { response, status } = await contacts
        .get({ externalId: 'POS-000001' })
        .withResponse()
        .catch((error) => ({ ...error, response: undefined }))
      seen.push(response?.status ?? status)
    }

    expect(seen).toEqual([500, 502, 504, 200])
  })

  test('a fault that is taken away meets nothing more', async ({ connectif, mock }) => {
    const lasting = { ...broken, times: Number.POSITIVE_INFINITY }
    const { id } = mock.faults.add(lasting)
    mock.faults.remove(id)
    await connectif.contacts.get({ externalId: 'POS-000001' })

    mock.faults.add(lasting)
    mock.faults.clear()
    await connectif.contacts.get({ externalId: 'POS-000001' })

    expect(mock.faults.list()).toEqual([])
  })

  test('a key that is refused meets no fault, and counts for none', async ({ send, mock }) => {
    mock.faults.add(broken)

    const { status } = await send('GET', '/contacts/email/a', { headers: { authorization: 'x' } })

    expect(status).toBe(401)
    expect(mock.faults.list()).toMatchObject([{ hits: 0 }])
  })

  describe('a fault that makes no sense', () => {
    test.for([
      [{ kind: 'explode' }, 'kind must be one of'],
      [{ kind: 'timeout', on: 'GET /contacts' as OperationKey }, 'on must name operations'],
      [{ kind: 'timeout', nth: 0 }, 'nth must be a whole number'],
      [{ kind: 'timeout', times: 0.5 }, 'times must be a whole number'],
      [{ kind: 'delay', ms: -1 }, 'ms must be a whole number'],
      [{ kind: 'status', status: 200 }, 'status must be a whole number'],
      [{ kind: 'reset', ms: 5 }, 'a fault of kind reset has no ms'],
    ])('is an Error at once: %j', ([fault, message], { mock }) => {
      expect(() => mock.faults.add(fault as FaultOptions)).toThrow(message as string)
      expect(mock.faults.list()).toEqual([])
    })
  })
})
