import { useState } from 'preact/hooks'
import type { Contact } from '../client/shapes.ts'
import { countOf, momentText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { Badge } from '../ui/badge.tsx'
import { Empty, Head } from '../ui/blocks.tsx'
import { Select } from '../ui/field.tsx'
import { Link } from '../ui/link.tsx'
import { List, pageSize } from '../ui/list.tsx'
import { Search } from '../ui/search.tsx'
import { Segmented } from '../ui/segmented.tsx'
import type { Column, Order } from '../ui/table.tsx'
import { ContactSheet } from './contact-sheet.tsx'
import { identifiersOf, nameOf } from './people.ts'

const kinds = [
  ['', 'All'],
  ['external-id', 'External ID'],
  ['email-only', 'Email only'],
  ['anonymous', 'Anonymous'],
] as const

const columns: readonly Column<Contact>[] = [
  {
    title: 'Name',
    sort: 'name',
    width: '24%',
    cell: (contact) => (
      <>
        <Link screen="contacts" id={contact.id} class="one-line">
          {nameOf(contact)}
        </Link>
        <span class="narrow-only small muted one-line">{identifiersOf(contact)}</span>
      </>
    ),
  },
  {
    title: 'External ID',
    sort: 'externalId',
    wideOnly: true,
    width: '24%',
    cell: ({ _externalId }) =>
      _externalId === undefined ? (
        <span class="muted">—</span>
      ) : (
        <span class="mono one-line" title={_externalId}>
          {_externalId}
        </span>
      ),
  },
  {
    title: 'Email',
    sort: 'email',
    wideOnly: true,
    width: '28%',
    cell: (contact) => <Email contact={contact} />,
  },
  {
    title: 'Updated',
    sort: 'updated',
    wideOnly: true,
    cell: ({ _updatedAt }) => <span class="one-line">{momentText(_updatedAt as string)}</span>,
  },
]

/** The contacts of the account, and the sheet of the one that was opened. */
export function ContactsScreen() {
  const { id } = useStore().router.route.value
  return (
    <>
      <div hidden={id !== undefined}>
        <ContactList />
      </div>
      {id !== undefined && <ContactSheet key={id} id={id} />}
    </>
  )
}

interface Filter {
  readonly q: string
  readonly kind: string
  readonly segment: string
  readonly offset: number
}

const showAll: Filter = { q: '', kind: '', segment: '', offset: 0 }

function ContactList() {
  const { api, account } = useStore()
  const id = account.value as string
  const [filter, setFilter] = useState(showAll)
  const [order, setOrder] = useState<Order>({ sort: 'created', order: 'desc' })
  const query = { ...filter, ...order, limit: pageSize }
  const loaded = useLoad(JSON.stringify([id, query]), () => api.contacts(id, query))
  const narrow = (more: Partial<Filter>) =>
    setFilter((before) => ({ ...before, offset: 0, ...more }))
  const isFiltered = filter.q + filter.kind + filter.segment !== ''

  return (
    <>
      <Head title="Contacts" count={loaded.data && countOf(loaded.data.total, 'contact')} />
      <Tools filter={filter} narrow={narrow} />
      <List
        label="Contacts"
        screen="contacts"
        loaded={loaded}
        columns={columns}
        order={order}
        onOrder={(next) => {
          setOrder(next)
          narrow({})
        }}
        onOffset={(offset) => narrow({ offset })}
        empty={isFiltered ? <NoneFound /> : <NoneYet />}
      />
    </>
  )
}

function Tools(props: {
  readonly filter: Filter
  readonly narrow: (more: Partial<Filter>) => void
}) {
  const { filter, narrow } = props
  const { api, account } = useStore()
  const id = account.value as string
  const segments = useLoad(id, () => api.segments(id)).data?.segments ?? []
  return (
    <div class="tools">
      <Search label="External ID, email or name" value={filter.q} onValue={(q) => narrow({ q })} />
      <Segmented
        label="Identified by"
        value={filter.kind}
        options={kinds}
        onValue={(kind) => narrow({ kind })}
      />
      <Select
        label="Segment"
        value={filter.segment}
        options={[['', 'Any segment'], ...segments.map((one) => [one.id, one.id] as const)]}
        onValue={(segment) => narrow({ segment })}
      />
    </div>
  )
}

function Email({ contact }: { readonly contact: Contact }) {
  if (contact._email) {
    return (
      <span class="one-line" title={contact._email}>
        {contact._email}
      </span>
    )
  }
  return contact._isAnonymous ? <Badge tone="warn">anonymous</Badge> : <span class="muted">—</span>
}

function NoneFound() {
  return (
    <Empty icon="search" title="No contact fits">
      A search finds how an External ID, an email or a name begins. Try less of it, or another
      filter.
    </Empty>
  )
}

function NoneYet() {
  return (
    <Empty icon="contacts" title="No contacts yet">
      Create one with the SDK, or drop a CSV file anywhere on this page to import some.
    </Empty>
  )
}
