import type { Connectif, ContactPatch, ExternalIdAddress } from 'connectif-sdk'
import type { ContactFields } from './contact-fields.ts'
import { csvRecords } from './csv.ts'
import { type Outcome, outcomes, Refused } from './outcome.ts'

const columns = [
  'CustomerNo',
  'FirstName',
  'LastName',
  'Email',
  'Mobile',
  'BirthDate',
  'Newsletter',
  'Points',
  'Tier',
] as const

type Customer = Record<(typeof columns)[number], string>
type Patch = ContactPatch<ExternalIdAddress, ContactFields>

/** Loads the customers by External ID. A number that was accepted is refused when it is back. */
export function loadCustomers(
  file: URL,
  connectif: Connectif<ContactFields>,
  startedAt: number,
): Promise<Outcome[]> {
  const accepted = new Set<string>()

  return outcomes(csvRecords(file, columns), keysOf, async (customer) => {
    const externalId = customer.CustomerNo
    if (accepted.has(externalId)) {
      throw new Refused('number-repeated', `the file has another customer ${externalId}`)
    }
    const contact = await connectif.contacts.upsert({ externalId }, patchOf(customer))
    accepted.add(externalId)
    return Date.parse(contact._createdAt) < startedAt ? 'updated' : 'created'
  })
}

/** Of two rows with one number, or with one email, the first in the file is to win. */
function keysOf({ CustomerNo, Email }: Customer): string[] {
  return [`number ${CustomerNo}`, ...(Email ? [`email ${Email.toLowerCase()}`] : [])]
}

/** Seam: what the file holds goes to the API as it is, wrong values too, for the API to refuse. */
function patchOf(customer: Customer): Patch {
  return filled({
    _name: customer.FirstName,
    _surname: customer.LastName,
    _email: customer.Email,
    _mobilePhone: customer.Mobile,
    _birthdate: customer.BirthDate && `${customer.BirthDate}T00:00:00Z`,
    _newsletterSubscriptionStatus: customer.Newsletter === 'yes' ? 'subscribed' : 'unsubscribed',
    _points: /^\d+$/.test(customer.Points) ? Number(customer.Points) : customer.Points,
    tier: customer.Tier,
  }) as Patch
}

/** Without empty cells: an empty cell says nothing, so the contact keeps what it has. */
function filled(fields: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}
