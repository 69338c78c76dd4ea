import { type Child, started } from './children.ts'
import { rounds } from './load.ts'
import { type Effort, type Row, speedRow } from './report.ts'
import { microseconds, sum, takeTurns, type Work } from './rounds.ts'

const contacts = 1000
const calls = 500
const file = new URL('./children/inspector-server.ts', import.meta.url)

/** The same work by two servers. */
interface Pair {
  readonly one: Work
  readonly other: Work
}

/**
 * What it costs the server that there is an inspector, and that somebody looks at it. Both sides
 * are of one process, as no two are compiled alike; of several processes, the medians are shown.
 */
export async function inspectorCost({ short }: Effort): Promise<Row[]> {
  const closed: Pair[] = []
  const open: Pair[] = []
  for (let at = 0; at < (short ? 3 : 7); at++) {
    using server = await started(file, [contacts])
    const port = await server.ask<number>('port without inspector')
    const without = rounds({ server: { ...server, said: port }, contacts }, calls)
    const patches = rounds({ server, contacts }, calls)
    closed.push(await pairOf(patches, without, short))
    const lookedAt = async () => {
      await using _ = await follower(server)
      return await patches()
    }
    open.push(await pairOf(lookedAt, without, short))
  }
  const [server, against] = ['twin server with the inspector', 'against one without it']
  return [
    row(`${server} closed, ${against}`, closed, 0.95),
    row(`${server} open, ${against}`, open),
  ]
}

/**
 * Many short rounds, as what else the machine does changes more slowly. Each side has two of the
 * turns, so that neither always has the one in which the process collects its garbage.
 */
async function pairOf(
  one: () => Promise<Work>,
  other: () => Promise<Work>,
  short: boolean,
): Promise<Pair> {
  const turns = { one, other, otherAgain: other, oneAgain: one }
  const work = await takeTurns(turns, { rounds: short ? 15 : 30, warmUp: 8 })
  return { one: sum(work.one, work.oneAgain), other: sum(work.other, work.otherAgain) }
}

function row(what: string, pairs: readonly Pair[], atLeast?: number): Row {
  const ratio = ({ one, other }: Pair) => microseconds(one) / microseconds(other)
  const sorted = pairs.toSorted((a, b) => ratio(a) - ratio(b))
  const { one, other } = sorted[Math.floor(pairs.length / 2)] as Pair
  return speedRow(what, one, other, atLeast)
}

/** Hears of every call, as an inspector does that is open. */
async function follower({ said: port }: Child): Promise<AsyncDisposable> {
  const controller = new AbortController()
  const { signal } = controller
  const response = await fetch(`http://127.0.0.1:${port}/__twin/journal/events`, { signal })
  const reading = response.body?.pipeTo(new WritableStream()).catch(() => {})
  return {
    async [Symbol.asyncDispose]() {
      controller.abort()
      await reading
    },
  }
}
