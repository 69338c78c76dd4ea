import { useState } from 'preact/hooks'
import type { ClockState, Overview } from '../client/shapes.ts'
import { useNow } from '../shell/top.tsx'
import { countOf, momentText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { Badge } from '../ui/badge.tsx'
import { Head, Panel } from '../ui/blocks.tsx'
import { Button } from '../ui/button.tsx'
import { Field, typed } from '../ui/field.tsx'
import { useSubmit } from '../ui/submit.ts'
import { Table } from '../ui/table.tsx'

const steps = [
  ['+1 hour', { hours: 1 }],
  ['+1 day', { days: 1 }],
  ['+7 days', { days: 7 }],
  ['+90 days', { days: 90 }],
] as const

/** The time of the twin, and what it did to contacts. */
export function ClockScreen() {
  const { state, account } = useStore()
  const clock = state.value?.clock
  return (
    <>
      <Head title="Clock" />
      <div class="columns">
        {clock && <TimePanel clock={clock} />}
        <PurgedPanel key={account.value} />
      </div>
    </>
  )
}

interface ClockProps {
  readonly clock: ClockState
}

function TimePanel({ clock }: ClockProps) {
  const now = useNow(clock)
  return (
    <Panel title="Now">
      <div class="stack">
        <div class="clock-face">
          <time dateTime={now}>{momentText(now)}</time>
          <span class="muted">
            UTC,{' '}
            <Badge tone={clock.frozen ? 'info' : 'good'}>
              {clock.frozen ? 'frozen' : 'running'}
            </Badge>
          </span>
        </div>
        <Steps clock={clock} />
        <SetClock now={now} />
      </div>
    </Panel>
  )
}

/** Lets time pass, and lets it go on or stand still. */
function Steps({ clock }: ClockProps) {
  const store = useStore()
  const { api } = store
  return (
    <div class="tools">
      {steps.map(([words, duration]) => (
        <Button
          key={words}
          onClick={() => store.act(() => api.advance(duration), `The clock went on: ${words}.`)}
        >
          {words}
        </Button>
      ))}
      {clock.frozen ? (
        <Button icon="play" onClick={() => store.act(api.run, 'Time goes on.')}>
          Let it run
        </Button>
      ) : (
        <Button icon="pause" onClick={() => store.act(api.freeze, 'Time stands still.')}>
          Freeze
        </Button>
      )}
    </div>
  )
}

function SetClock({ now }: { readonly now: string }) {
  const store = useStore()
  const [target, setTarget] = useState('')
  const set = useSubmit(() =>
    store.act(() => store.api.setClock(`${target}:00Z`), 'The clock is set.'),
  )
  return (
    <form class="set-clock" onSubmit={set}>
      <Field label="Go to" hint="In UTC, and forward only; a snapshot goes back.">
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            required
            value={target}
            min={now.slice(0, 16)}
            onInput={typed(setTarget)}
          />
        )}
      </Field>
      <Button type="submit">Go</Button>
    </form>
  )
}

function PurgedPanel() {
  const { api, account } = useStore()
  const id = account.value
  const none = () => Promise.resolve<Overview | undefined>(undefined)
  const { data } = useLoad(`purged ${id}`, id === undefined ? none : () => api.overview(id))
  const purged = data?.purged ?? []
  return (
    <Panel
      title="Purged"
      bare={purged.length > 0}
      aside={purged.length > 0 && <span class="muted">{countOf(purged.length, 'contact')}</span>}
    >
      {purged.length === 0 ? (
        <p class="muted">
          Nobody. Anonymous contacts are deleted after 90 days without activity: let that time pass,
          and they are listed here.
        </p>
      ) : (
        <Table
          label="Purged contacts"
          rows={purged}
          idOf={({ id }) => id}
          columns={[
            { title: 'Contact', cell: ({ id }) => <code>{id}</code> },
            { title: 'Purged', cell: ({ at }) => <span class="muted">{momentText(at)}</span> },
          ]}
        />
      )}
    </Panel>
  )
}
