import { problems } from '../problems.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

const lifetime = 100 * 60_000

/** Documented for exports, assumed for the error reports of imports; so is 410. */
export const linkMustLive = rule(
  {
    id: 'file-link',
    grade: 'documented',
    source: sources.export,
    says: 'A link to a file works for 100 minutes; each call gives a fresh one.',
  },
  (madeAt: number, now: number) => {
    if (now > madeAt + lifetime) throw problems.linkDead()
  },
)
