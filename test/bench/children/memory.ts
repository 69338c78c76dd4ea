/** What a twin does with all of its contacts at once. Needs `--expose-gc`. */
import { strict as assert } from 'node:assert'
import { apiKey, patch, patchOf } from '../contacts.ts'
import { twinOf } from '../twins.ts'

const count = Number(process.argv[2])
const merges = 1000

const mock = twinOf('everything on, clock frozen')
for (let number = 0; number < count; number++) patch(mock, number)
const known = mock.snapshot()
const text = JSON.stringify(known)

const crowd = twinOf('everything on, clock frozen')
const web = crowd.account(apiKey).tracking.web()
for (let number = 0; number < merges; number++) patch(crowd, number)
for (let number = 0; number < count; number++) web.pageView({ trackerId: `tracker ${number}` })
const anonymous = crowd.snapshot()

/** Each prepares, and gives the work that is timed. */
const works = {
  parse: () => () => JSON.parse(text),
  clone: () => () => structuredClone(known),
  restore: () => () => mock.restore(known),
  'restore from JSON': () => {
    const read = JSON.parse(text)
    return () => mock.restore(read)
  },
  snapshot: () => () => mock.snapshot(),
  diff: () => {
    mock.restore(known)
    for (let number = 0; number < 1000; number++) patch(mock, number, 7)
    return () => mock.diff(known)
  },
  reset: () => {
    mock.restore(known)
    return () => mock.reset()
  },
  purge: () => {
    crowd.restore(anonymous)
    return () => {
      crowd.clock.advance({ days: 90 })
      assert.equal(crowd.account(apiKey).contacts.count, merges, 'all anonymous contacts went')
    }
  },
  'page views': () => {
    crowd.restore(anonymous)
    return () => {
      for (let at = 0; at < count; at++) web.pageView({ trackerId: `tracker ${at}` })
    }
  },
  merge: () => {
    crowd.restore(anonymous)
    return () => {
      for (let at = 0; at < merges; at++) {
        web.identify({ trackerId: `tracker ${at}`, email: patchOf(at)._email })
      }
      assert.equal(crowd.account(apiKey).contacts.count, count, 'as many as were merged went')
    }
  },
}

/** What can be asked for. */
export type WorkName = keyof typeof works

process.on('message', (name: WorkName) => process.send?.(timed(works[name]())))
process.send?.(0)

/** Milliseconds of processor time. */
function timed(work: () => unknown) {
  globalThis.gc?.()
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
