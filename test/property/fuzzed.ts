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
import { downloadMustBeRight, downloadOf, linksIn } from './fuzz-downloads.ts'
import { optionsOf, type Setup } from './fuzz-setups.ts'
import { mustBeSound } from './invariants.ts'

/** An answer, and the operation that gave it; undefined where there is none at the path. */
interface Fuzzed extends Answer {
  readonly operation: OperationKey | undefined
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
    const answer = done(mock, action, links)
    if (answer === undefined) continue
    scopeMustBeGranted(setup, answer)
    answers.push(answer)
  }
  for (const account of mock.openAccounts().values()) {
    mustBeSound(account)
    recordsMustFit(recordsOf(() => account))
  }
  prototypesMustBeClean()
  return answers
}

function done(mock: Mock, action: Action, links: string[]): Fuzzed | undefined {
  switch (action.does) {
    case 'call':
      return called(mock, action.call, links)
    case 'advance':
      return void mock.clock.advance({ milliseconds: action.milliseconds })
    case 'fault':
      return void mock.faults.add(action.fault)
    case 'finish':
      return void mock.account('test:secret').jobs.finish()
    case 'follow':
      return called(mock, downloadOf(links, action.step), links)
    case 'restore':
      return void mock.restore(JSON.parse(JSON.stringify(mock.snapshot())))
    default:
      return void tracked(mock, action)
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
  if (call.path.startsWith('/__files/')) downloadMustBeRight(call, answer)
  else answerMustBeRight(call, answer, entry as JournalEntry)
  links.push(...linksIn(answer))
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(call.method)
  // Delivered twice, a call may write, and then be refused.
  if (reads || (answer.status >= 400 && entry?.fault !== 'duplicate')) {
    mustWriteNothing(before, mock, `${call.method} ${call.path}`)
  }
  return { ...answer, operation: entry?.operation }
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
