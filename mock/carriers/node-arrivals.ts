import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Delivery } from '../call.ts'
import type { Journal } from '../journal.ts'
import type { Arrival } from '../traffic.ts'

// Kept from before a test installs fake timers, which would make one turn of all.
const { setImmediate: afterThisTurn } = globalThis

/** Milliseconds in which an answer that was written is read, whatever the client does meanwhile. */
const readWithin = 100

/** What is under way on the sockets of a server. */
export class Arrivals {
  readonly #journal: Journal
  /** Calls that had been taken up when the turn of the event loop began. */
  #atTurn: number | undefined
  /** The last answer on each socket, until its client is sure to have read it. */
  readonly #unread = new WeakMap<object, number>()

  constructor(journal: Journal) {
    this.#journal = journal
  }

  /** What a request arrives among. Nothing that is read in one turn was sent after its answers. */
  of({ socket }: IncomingMessage): Arrival {
    const { traffic } = this.#journal
    if (this.#atTurn === undefined) {
      this.#atTurn = this.#journal.count
      afterThisTurn(() => {
        this.#atTurn = undefined
      })
    }
    if (this.#unread.has(socket)) this.#readOn(socket)
    else socket.once('close', () => this.#readOn(socket))
    this.#unread.set(socket, 0)
    return { ...traffic.arrival(), arrived: this.#atTurn }
  }

  /** Follows the answer to the call that was just taken up. */
  follow(response: ServerResponse, delivery: Delivery | undefined): void {
    const { count: number, traffic } = this.#journal
    const { socket } = response.req
    this.#unread.set(socket, number)
    if (delivery === undefined) {
      traffic.written(number, readWithin)
      return
    }
    traffic.hold(number)
    response.once('finish', () => {
      if (this.#unread.get(socket) === number) traffic.written(number, readWithin)
    })
  }

  /** The next request on a socket shows that the answer was read; so does its end. */
  #readOn(socket: object) {
    this.#journal.traffic.over(this.#unread.get(socket) ?? 0)
  }
}
