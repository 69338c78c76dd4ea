import type { Mistake } from './mistake.ts'
import { purchasesSentAgain } from './purchase-posts.ts'
import { isAmbiguous } from './reading.ts'

/** A purchase that is sent again after an answer that said what became of it. */
export const purchaseSentTwice: Mistake<'purchase-sent-twice'> = {
  id: 'purchase-sent-twice',
  advice:
    'Keep which purchases were sent. Before one is sent again, look it up by its purchaseId (GET /purchases/purchase-id/{id}).',
  find: (calls) =>
    purchasesSentAgain(calls)
      .filter(({ first }) => !isAmbiguous(first))
      .map(({ purchaseId, first, again }) => ({
        sentence: `The purchase ${purchaseId} was sent twice, without a look-up between.`,
        calls: [first, again],
      })),
}
