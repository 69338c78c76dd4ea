import { answer } from '../call.ts'
import { contactBody } from '../operations/contact-body.ts'
import { purchaseBody } from '../operations/purchases.ts'
import { type ContactSearch, searchContacts } from '../search.ts'
import type { ControlOperations, Input } from './operation.ts'
import { accountOf, pageOf, paging } from './records.ts'
import { Refusal, refusable } from './refusal.ts'

const mostActivities = 100

/** The contacts of an account, anonymous ones too. */
export const contacts: ControlOperations = {
  'GET /__twin/accounts/{id}/contacts': {
    query: [...paging, 'q', 'kind', 'segment', 'sort', 'order'],
    run: (input) => {
      const { limit, offset } = pageOf(input)
      const { contacts, total } = found(input, { limit, offset })
      return answer(200, { total, offset, limit, items: contacts })
    },
  },

  'GET /__twin/accounts/{id}/contacts/{contact}': {
    run: (input) => {
      const account = accountOf(input)
      const contact = account.contacts.get(input.params.contact as string)
      if (contact === undefined) throw new Refusal(404, 'there is no contact with this id')
      const activities = account.activities.of(contact.id)
      return answer(200, {
        contact: contactBody(account, contact),
        purchases: account.purchases.of.contact
          .get(contact.id)
          .map((row) => purchaseBody(account, row)),
        activities: activities.slice(-mostActivities).reverse(),
        activityCount: activities.length,
      })
    },
  },
}

/** A mistake in the query is one of the request. */
function found(input: Input, page: Pick<ContactSearch, 'limit' | 'offset'>) {
  const account = accountOf(input)
  const { q, limit: _, offset: __, ...others } = input.query
  // Seam: the search holds kind, sort and order against their types.
  const search = { ...others, ...(q !== undefined && { start: q }), ...page } as ContactSearch
  return refusable(() => searchContacts(account, search), 400)
}
