import {
  type Answer,
  type Call,
  createMock,
  type JournalEntry,
  type Mock,
  type OperationKey,
} from '../../mock/index.ts'
import { recordsOf } from '../../mock/records.ts'
import type { Action } from './fuzz-actions.ts'
import {
  answerMustBeRight,
  holdingsOf,
  mustWriteNothing,
  prototypesMustBeClean,
  recordsMustFit,
  scopeMustBeGranted,
} from './fuzz-checks.ts'
import { callTo, downloadMustBeRight, isFile, linksIn } from './fuzz-links.ts'
import { optionsOf, type Setup } from './fuzz-setups.ts'
import { mustBeSound } from './invariants.ts'

/** An answer, and the operation that gave it; undefined where there is none at the path. */
interface Fuzzed extends Answer {
  readonly operation: OperationKey | undefined
  /** As it was asked for. */
  readonly path: string
}

/**
 * Does all this to a new twin. Returns its answers.
 *
 * @throws {Error} when an answer, or what the twin then holds, is not as it must be
 */
export function fuzzed(setup: Setup, actions: readonly Action[]): Fuzzed[] {
  const mock = createMock(optionsOf(setup))
  const answers: Fuzzed[] = []
  const links: string[] = []
  for (const action of actions) {
    for (const answer of done(mock, action, links)) {
      scopeMustBeGranted(setup, answer)
      answers.push(answer)
    }
  }
  for (const account of mock.openAccounts().values()) {
    mustBeSound(account)
    recordsMustFit(recordsOf(() => account))
  }
  prototypesMustBeClean()
  return answers
}

function done(mock: Mock, action: Action, links: string[]): Fuzzed[] {
  switch (action.does) {
    case 'call':
      return Array.from({ length: action.times ?? 1 }, () => called(mock, action.call, links))
    case 'follow':
      return [called(mock, callTo(links, action.step), links)]
    default:
      happen(mock, action)
      return []
  }
}

/** What nobody is answered. */
function happen(mock: Mock, action: Exclude<Action, { does: 'call' | 'follow' }>) {
  switch (action.does) {
    case 'advance':
      return mock.clock.advance({ milliseconds: action.milliseconds })
    case 'fault':
      return mock.faults.add(action.fault)
    case 'finish':
      return mock.account('test:secret').jobs.finish()
    case 'restore':
      return mock.restore(JSON.parse(JSON.stringify(mock.snapshot())))
    default:
      return tracked(mock, action)
  }
}

function called(mock: Mock, call: Call, links: string[]): Fuzzed {
  const before = new Map([...mock.openAccounts()].map(([id, one]) => [id, holdingsOf(one)]))
  let entry: JournalEntry | undefined
  const end = mock.journal.subscribe((one) => {
    entry = one
  })
  const answer = mock.handle(call)
  end()
  if (isFile(call.path)) downloadMustBeRight(call, answer, links)
  else answerMustBeRight(call, answer, entry as JournalEntry)
  links.push(...linksIn(answer))
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(call.method)
  // Delivered twice, a call may write, and then be refused.
  if (reads || (answer.status >= 400 && entry?.fault !== 'duplicate')) {
    mustWriteNothing(before, mock, `${call.method} ${call.path}`)
  }
  return { ...answer, operation: entry?.operation, path: call.path }
}

/** Tracking refuses by an Error that says so; any other is a crash. */
function tracked(mock: Mock, { does, origin, told }: Extract<Action, { origin: string }>) {
  const tracker = mock.account('test:secret').tracking[origin]()
  const before = new Map([...mock.openAccounts()].map(([id, one]) => [id, holdingsOf(one)]))
  try {
    ;(tracker[does] as (what: object) => string)(told)
  } catch (thrown) {
    if (!(thrown instanceof Error && /^(the rule|refused)/.test(thrown.message))) throw thrown
    mustWriteNothing(before, mock, does)
  }
}
