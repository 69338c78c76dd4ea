import type { Finding, Verdict } from '../verdict/verdict.ts'
import { lineOf } from './calls.ts'
import { type Expecting, latest, type MatcherResult, twinIn } from './matcher.ts'

/** Whether the client of a twin has made none of the mistakes that a journal shows. */
export function toHaveCleanVerdict(this: Expecting, received: unknown): MatcherResult {
  const twin = twinIn(received, 'toHaveCleanVerdict')
  const verdict = twin.verdict()
  const hint = this.utils.matcherHint('toHaveCleanVerdict', 'mock', '', { isNot: this.isNot })
  return {
    pass: verdict.clean,
    message: () => [hint, '', ...verdictInWords(verdict)].join('\n'),
  }
}

const most = 10

/** A verdict for people, in lines. */
export function verdictInWords({ clean, complete, findings }: Verdict): string[] {
  const left = findings.length - most
  return [
    ...(clean ? ['The client made no mistake.'] : findings.slice(0, most).flatMap(findingInWords)),
    ...(left > 0 ? [`… and ${left} more`] : []),
    ...(complete ? [] : ['Older calls were dropped from the journal, and are not judged.']),
  ]
}

function findingInWords({ id, sentence, advice, calls }: Finding): string[] {
  const lines = latest(calls.map((call) => `call ${call.number}: ${lineOf(call)}`))
  return [`${sentence} (${id})`, ...lines.map((line) => `  ${line}`), `  Instead: ${advice}`, '']
}
