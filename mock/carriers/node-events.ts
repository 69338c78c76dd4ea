import type { ServerResponse } from 'node:http'
import { callsAfter, eventOf, heartbeat, opening } from '../control/events.ts'
import type { ControlAnswer } from '../control/operation.ts'
import type { Journal, JournalEntry } from '../journal.ts'

const heartbeatMs = 15_000

/** Bytes that may wait for a slow client; beyond, it gets the rest from the journal, later. */
const mostWaiting = 1_000_000

/** The calls of a journal as server-sent events, to any number of clients. */
export class EventStreams {
  readonly #journal: Journal
  readonly #open = new Map<ServerResponse, () => void>()

  constructor(journal: Journal) {
    this.#journal = journal
  }

  /** Starts a stream as the answer says; it ends with the client, or by `close`. */
  open(response: ServerResponse, { status, headers, events }: ControlAnswer): void {
    response.writeHead(status, headers).write(opening)
    const unfollow = this.#follow(response, events?.after ?? this.#journal.count)
    const beat = setInterval(() => response.write(heartbeat), heartbeatMs).unref()
    const stop = () => {
      unfollow()
      clearInterval(beat)
      this.#open.delete(response)
    }
    this.#open.set(response, stop)
    response.once('close', stop)
  }

  /** Ends all streams; what is on its way still arrives, but nobody is waited for. */
  close(): Promise<unknown> {
    const open = [...this.#open]
    for (const [, stop] of open) stop()
    return Promise.all(open.map(([response]) => ended(response)))
  }

  /** Sends the calls after a number, and then new ones. Returns the function that ends it. */
  #follow(response: ServerResponse, after: number) {
    let last = after
    let isBehind = true
    const send = (entry: JournalEntry) => {
      isBehind = response.destroyed || response.writableLength > mostWaiting
      if (isBehind) return
      last = entry.number
      response.write(eventOf(entry))
    }
    const catchUp = () => {
      if (!isBehind) return
      isBehind = false
      for (const entry of callsAfter(this.#journal, last)) if (!isBehind) send(entry)
    }

    catchUp()
    response.on('drain', catchUp)
    const unsubscribe = this.#journal.subscribe((entry) => {
      if (!isBehind) send(entry)
    })
    return () => {
      unsubscribe()
      response.off('drain', catchUp)
    }
  }
}

function ended(response: ServerResponse) {
  return new Promise<void>((resolve) => {
    response.once('close', resolve)
    if (response.writableNeedDrain) response.destroy()
    else response.end(resolve)
  })
}
