import { answer } from '../call.ts'
import type { ControlOperations } from './operation.ts'

/** What the twin enforces, and how often it did, as far back as the journal goes. */
export const rules: ControlOperations = {
  'GET /__twin/rules': {
    run: ({ mock }) => {
      const refused = new Map<string | undefined, number>()
      for (const { rule } of mock.journal.calls()) refused.set(rule, (refused.get(rule) ?? 0) + 1)
      const counted = mock.rules.map((rule) => ({ ...rule, refused: refused.get(rule.id) ?? 0 }))
      return answer(200, { rules: counted })
    },
  },
}
