import { ConnectifError } from '../errors.ts'

/** What values come from, one after the other. */
export type Values<T> = ReadableStream<T> | AsyncIterable<T> | Iterable<T>

/** Values that are taken one by one, and can be given up. */
export interface Source<T> {
  /** The next value. Rejects with what the origin of the values throws. */
  next(): Promise<{ done?: boolean | undefined; value?: T | undefined }>
  /** Tells the origin, unless it has ended, that no more is wanted. */
  stop(): void
}

/** The values of a stream or an iterable. Nothing is taken of it before the first `next`. */
export function sourceOf<T>(values: Values<T>): Source<T> {
  const { take, giveUp } = 'getReader' in values ? ofStream(values) : ofIterable(values)
  let ended = false
  return {
    async next() {
      if (ended) return { done: true }
      try {
        const taken = await take()
        ended ||= taken.done === true
        return taken
      } catch (error) {
        ended = true
        throw error
      }
    },
    stop() {
      if (ended) return
      ended = true
      // The call has its result by now: what goes wrong here can change nothing.
      Promise.resolve(giveUp()).catch(() => {})
    },
  }
}

function ofStream<T>(stream: ReadableStream<T>) {
  if (stream.locked) throw new ConnectifError('the stream of the file is being read already')
  const reader = stream.getReader()
  return { take: () => reader.read(), giveUp: () => reader.cancel() }
}

function ofIterable<T>(values: AsyncIterable<T> | Iterable<T>) {
  const iterator =
    Symbol.asyncIterator in values ? values[Symbol.asyncIterator]() : values[Symbol.iterator]()
  return { take: async () => iterator.next(), giveUp: async () => iterator.return?.() }
}
