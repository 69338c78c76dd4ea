import { CallBars } from '../charts/call-bars.tsx'
import { ColumnsChart, Legend } from '../charts/columns-chart.tsx'
import type { Entry, Overview } from '../client/shapes.ts'
import { countText, momentText, pathText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { Status } from '../ui/badge.tsx'
import { Head, Notice, Panel } from '../ui/blocks.tsx'
import { Link } from '../ui/link.tsx'
import { Table } from '../ui/table.tsx'

const series = [
  { name: 'External ID', color: 'series-1', key: 'externalId' },
  { name: 'Email only', color: 'series-2', key: 'emailOnly' },
  { name: 'Anonymous', color: 'series-3', key: 'anonymous' },
] as const

/** The account at a glance. */
export function OverviewScreen() {
  const { api, account } = useStore()
  const id = account.value as string
  const { data, error } = useLoad(id, () => api.overview(id))
  if (error !== undefined) return <Notice tone="bad">{error}</Notice>
  return (
    <>
      <Head title="Overview" />
      <div class="stack">
        <Figures />
        <div class="halves">
          <Panel title="Contacts by identifier">{data && <ContactsChart overview={data} />}</Panel>
          <Panel title="Calls by operation">{data && <Calls overview={data} />}</Panel>
        </div>
        <div class="halves">
          <LatestCalls />
          <Purged purged={data?.purged ?? []} />
        </div>
      </div>
    </>
  )
}

function Figures() {
  const { state, account } = useStore()
  const own = state.value?.accounts.find(({ id }) => id === account.value)
  const figures = [
    ['contacts', 'Contacts', own?.contacts],
    ['purchases', 'Purchases', own?.purchases],
    ['products', 'Products', own?.products],
    ['journal', 'Calls', state.value?.journal.count],
  ] as const
  return (
    <div class="figures">
      {figures.map(([screen, words, count = 0]) => (
        <Link key={screen} screen={screen}>
          {words} <strong>{countText(count)}</strong>
        </Link>
      ))}
    </div>
  )
}

function ContactsChart({ overview }: { readonly overview: Overview }) {
  const { byKind } = overview.contacts
  if (overview.contacts.total === 0) {
    return <p class="muted">No contacts yet: create one with the SDK, or drop a CSV file here.</p>
  }
  const items = series.map((one) => ({ ...one, count: byKind[one.key] }))
  const sums = items.map(({ name, count }) => `${name} ${count}`).join(', ')
  return (
    <div class="stack">
      <Legend items={items} />
      <ColumnsChart
        label={`Contacts by the day of their creation. In all: ${sums}.`}
        series={series}
        days={overview.contactsOverTime.map(({ day, ...counts }) => ({
          day,
          counts: series.map(({ key }) => counts[key]),
        }))}
      />
    </div>
  )
}

function Calls({ overview: { calls } }: { readonly overview: Overview }) {
  if (calls.length === 0)
    return <p class="muted">No calls yet: they are counted as they are made.</p>
  return (
    <div class="stack">
      <Legend
        items={[
          { name: 'Done', color: 's-good', count: sum(calls, 200, 399) },
          { name: 'Refused', color: 's-warn', count: sum(calls, 400, 499) },
          { name: 'Failed', color: 's-bad', count: sum(calls, 500, 599) + sum(calls, 0, 0) },
        ]}
      />
      <CallBars calls={calls} />
    </div>
  )
}

function sum(calls: Overview['calls'], from: number, to: number) {
  return calls
    .filter(({ status }) => status >= from && status <= to)
    .reduce((all, { count }) => all + count, 0)
}

function LatestCalls() {
  const { calls, router } = useStore()
  const latest: readonly Entry[] = calls.value.slice(-6).reverse()
  return (
    <Panel title="Latest calls" bare={latest.length > 0}>
      {latest.length === 0 ? (
        <p class="muted">Calls appear here the moment they are made.</p>
      ) : (
        <div class="fixed">
          <Table
            label="Latest calls"
            rows={latest}
            idOf={({ number }) => number}
            onOpen={({ number }) => router.go('journal', String(number))}
            columns={[
              {
                title: 'Call',
                cell: ({ number, method, path }) => (
                  <Link screen="journal" id={String(number)} class="one-line mono">
                    {method} {pathText(path)}
                  </Link>
                ),
              },
              { title: 'Status', width: '92px', cell: ({ status }) => <Status status={status} /> },
            ]}
          />
        </div>
      )}
    </Panel>
  )
}

function Purged({ purged }: Pick<Overview, 'purged'>) {
  return (
    <Panel title="Purged lately" bare={purged.length > 0} aside={<ToClock />}>
      {purged.length === 0 ? (
        <p class="muted">
          Nobody. Anonymous contacts go after 90 days without activity; let time pass to see it.
        </p>
      ) : (
        <Table
          label="Purged lately"
          rows={purged.slice(0, 6)}
          idOf={({ id }) => id}
          columns={[
            { title: 'Contact', cell: ({ id }) => <code>{id}</code> },
            { title: 'At', cell: ({ at }) => <span class="muted">{momentText(at)}</span> },
          ]}
        />
      )}
    </Panel>
  )
}

function ToClock() {
  return (
    <span class="push">
      <Link screen="clock">Clock</Link>
    </span>
  )
}
