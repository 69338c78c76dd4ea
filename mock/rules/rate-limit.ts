import { problems } from '../problems.ts'
import type { Quota } from '../state/quota.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

/** That there is a limit per minute is documented; its size is the one public clients have seen. */
export const quotaMustLast = rule(
  {
    id: 'rate-limit',
    grade: 'observed',
    source: sources.apiLimits,
    says: 'A key has a number of calls per minute; the next ones are answered with 429.',
  },
  (quota: Quota, now: number) => {
    if (!quota.take(now)) throw problems.tooManyCalls(quota.retryAfterSeconds(now), quota.body)
  },
)
