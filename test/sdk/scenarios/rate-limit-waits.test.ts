import { EventEmitter, once } from 'node:events'
import { afterEach, expect, vi } from 'vitest'
import type { RetryNotice } from '../../../sdk/index.ts'
import { onEveryCarrier } from '../../support/carriers.ts'

const ada = { externalId: 'POS-000001' }

onEveryCarrier((test) => {
  test.override('options', { rateLimit: { limit: 2 } })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('the SDK waits for the next minute, and holds its other calls back too', async ({
    client,
    mock,
  }) => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const notices: RetryNotice[] = []
    const waits = new EventEmitter()
    const onRetry = (notice: RetryNotice) => {
      notices.push(notice)
      waits.emit(notice.reason)
    }
    const connectif = client({ maxRetries: 1, onRetry, pacing: false })
    for (let calls = 0; calls < 2; calls++) await connectif.contacts.upsert(ada, {})

    const held = [once(waits, 'status'), once(waits, 'pause')]
    const third = connectif.contacts.upsert(ada, { _name: 'Ada' })
    await held[0]
    const fourth = connectif.contacts.get(ada)
    await held[1]
    mock.clock.advance({ seconds: 60 })
    await vi.advanceTimersByTimeAsync(60_001)

    expect(await third).toMatchObject({ _name: 'Ada' })
    await fourth
    expect(notices).toMatchObject([
      { reason: 'status', status: 429, waitMs: 60_000 },
      { reason: 'pause', waitMs: 60_000 },
    ])
    expect(mock.journal.calls().map(({ status }) => status)).toEqual([200, 200, 429, 200, 200])
  })

  test('the SDK waits for the next minute before it is refused, with any number of calls', async ({
    client,
    mock,
  }) => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const pauses = new EventEmitter()
    const connectif = client({ onPause: (notice) => pauses.emit('pause', notice) })
    await connectif.contacts.upsert(ada, {})

    const paused = once(pauses, 'pause')
    const calls = Array.from({ length: 3 }, () => connectif.contacts.get(ada))
    expect(await paused).toEqual([{ waitMs: 60_000, reason: 'used-up' }])
    mock.clock.advance({ seconds: 60 })
    await vi.advanceTimersByTimeAsync(60_001)

    await Promise.all(calls)
    expect(mock.journal.calls().map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })

  test('a POST is repeated after a 429, and carried out once', async ({ client, mock }) => {
    const connectif = client({
      maxRetries: 1,
      maxRetryWait: 1,
      pacing: false,
      onRetry: () => mock.clock.advance({ seconds: 60 }),
    })
    for (let calls = 0; calls < 2; calls++) await connectif.contacts.upsert(ada, {})
    const vip = { id: 'vip', name: 'VIP', type: 'boolean' } as const

    await connectif.contactFields.create(vip)

    expect(mock.journal.calls({ operation: 'POST /contact-fields/' })).toMatchObject([
      { status: 429, rule: 'rate-limit' },
      { status: 201 },
    ])
  })
})
