import type { Mistake } from './mistake.ts'
import { purchasesSentAgain } from './purchase-posts.ts'
import { isAmbiguous } from './reading.ts'

/**
 * A purchase that is sent again after an answer that said what became of it, and not looked up then
 * either: who creates or finds it may leave it to the API to refuse what is there.
 */
export const purchaseSentTwice: Mistake<'purchase-sent-twice'> = {
  id: 'purchase-sent-twice',
  advice:
    'Keep which purchases were sent. Before one is sent again, or where it is refused, look it up by its purchaseId (GET /purchases/purchase-id/{id}).',
  find: (calls) =>
    purchasesSentAgain(calls)
      .filter(({ first, isLookedUpAfter }) => !isAmbiguous(first) && !isLookedUpAfter)
      .map(({ purchaseId, first, again }) => ({
        sentence: `The purchase ${purchaseId} was sent twice, without a look-up.`,
        calls: [first, again],
      })),
}
