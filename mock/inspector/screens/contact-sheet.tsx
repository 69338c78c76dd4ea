import { useState } from 'preact/hooks'
import type { FieldFacts, Sheet } from '../client/shapes.ts'
import { countOf, dayText, momentText, valueText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { Badge } from '../ui/badge.tsx'
import { Facts, Notice, Panel } from '../ui/blocks.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { AnonymousContact } from './contact-anonymous.tsx'
import { ContactDelete } from './contact-delete.tsx'
import { ContactForm } from './contact-form.tsx'
import { addressOf } from './contact-patch.ts'
import { nameOf } from './people.ts'
import { moneyText } from './purchase-detail.tsx'
import { TimeLine } from './time-line.tsx'

/** All that there is on a contact, to be changed by the rules of the API. */
export function ContactSheet({ id }: { readonly id: string }) {
  const { api, account } = useStore()
  const within = account.value as string
  const { data: sheet, error, isGone } = useLoad(`${within} ${id}`, () => api.contact(within, id))
  const { data, error: troubleOfFields } = useLoad(within, () => api.fields(within))
  const trouble = error ?? troubleOfFields
  return (
    <>
      <Back />
      {isGone ? <Gone /> : trouble !== undefined && <Notice tone="bad">{trouble}</Notice>}
      {sheet && data && <OpenSheet sheet={sheet} fields={data.fields} />}
      {trouble === undefined && !(sheet && data) && <p class="none">Loading…</p>}
    </>
  )
}

interface SheetProps {
  readonly sheet: Sheet
}

function OpenSheet({ sheet, fields }: SheetProps & { readonly fields: readonly FieldFacts[] }) {
  const { contact } = sheet
  const path = addressOf(contact)
  return (
    <>
      <div class="head">
        <h1>
          <bdi>{nameOf(contact)}</bdi>
        </h1>
        <KindBadge sheet={sheet} />
        {path !== undefined && <DeleteButton sheet={sheet} path={path} />}
      </div>
      <div class="columns">
        {path === undefined ? (
          <AnonymousContact contact={contact} fields={fields} />
        ) : (
          <ContactForm contact={contact} fields={fields} />
        )}
        <div class="stack">
          <Totals sheet={sheet} />
          <Purchases sheet={sheet} />
          <Panel
            title="Activity"
            aside={<span class="muted">{countOf(sheet.activityCount, 'event')}</span>}
          >
            <TimeLine activities={sheet.activities} />
          </Panel>
        </div>
      </div>
    </>
  )
}

function DeleteButton({ sheet, path }: SheetProps & { readonly path: string }) {
  const [isLeaving, setLeaving] = useState(false)
  return (
    <div class="actions">
      <Button look="danger" icon="trash" onClick={() => setLeaving(true)}>
        Delete…
      </Button>
      {isLeaving && <ContactDelete sheet={sheet} path={path} onClose={() => setLeaving(false)} />}
    </div>
  )
}

function Back() {
  return (
    <p class="back">
      <Link screen="contacts">
        <Icon name="back" /> Contacts
      </Link>
    </p>
  )
}

function Gone() {
  return (
    <Notice tone="warn">
      This contact is gone: it was deleted, merged into another one, or purged after 90 days without
      activity.
    </Notice>
  )
}

function KindBadge({ sheet: { contact } }: SheetProps) {
  if (contact._isAnonymous) return <Badge tone="warn">anonymous</Badge>
  if (contact._externalId === undefined) return <Badge tone="info">email only</Badge>
  return <Badge tone="good">{contact._email ? 'External ID and email' : 'External ID only'}</Badge>
}

function Totals({ sheet: { contact } }: SheetProps) {
  const count = contact._totalPurchases ?? 0
  return (
    <Panel title="Figures">
      <Facts
        facts={[
          ['Connectif id', <code key="id">{contact.id}</code>],
          ['Purchases', valueText(count)],
          ['Spent', moneyText(contact._totalPurchasesAmount ?? 0)],
          ['On average', count ? moneyText(contact._averagePurchasesAmount ?? 0) : ''],
          ['First purchase', contact._firstPurchaseDate ? dayText(contact._firstPurchaseDate) : ''],
          ['Last purchase', contact._lastPurchaseDate ? dayText(contact._lastPurchaseDate) : ''],
          ['Created', momentText(contact._createdAt as string)],
          ['Updated', momentText(contact._updatedAt as string)],
        ]}
      />
    </Panel>
  )
}

function Purchases({ sheet: { purchases } }: SheetProps) {
  return (
    <Panel
      title="Purchases"
      bare={purchases.length > 0}
      aside={<span class="muted">{purchases.length || ''}</span>}
    >
      {purchases.length === 0 ? (
        <p class="muted">None yet.</p>
      ) : (
        <table aria-label="Purchases of the contact">
          <tbody>
            {purchases.map(({ id, purchaseId, purchaseDate, totalPrice }) => (
              <tr key={id}>
                <td>
                  <Link screen="purchases" id={id} class="mono">
                    {purchaseId}
                  </Link>
                </td>
                <td class="muted">{dayText(purchaseDate)}</td>
                <td class="number">{moneyText(totalPrice)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
