import { useState } from 'preact/hooks'
import type { FaultAsked } from '../client/shapes.ts'
import { operationKeys } from '../store/sdk-call.ts'
import { messageOf, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Field, typed } from '../ui/field.tsx'

const kinds: Readonly<Record<FaultAsked['kind'], string>> = {
  status: 'Answered with an error; nothing is done.',
  delay: 'Done, but answered only after a while.',
  timeout: 'Never answered; nothing is done.',
  reset: 'The connection is dropped before anything is done.',
  'lost-reply': 'Done, then the connection is dropped before the answer.',
  truncate: 'Done, but the connection is dropped in the middle of the answer.',
  duplicate: 'Delivered twice, as by a proxy that repeats.',
  'slow-body': 'Done, but the body of the answer takes a while.',
}

interface Draft {
  readonly kind: FaultAsked['kind']
  readonly on: string
  readonly address: string
  readonly nth: string
  readonly times: string
  readonly status: string
  readonly ms: string
}

const blank: Draft = {
  kind: 'status',
  on: '',
  address: '',
  nth: '1',
  times: '1',
  status: '503',
  ms: '2000',
}

/** Which calls, and what goes wrong with them. */
export function FaultForm() {
  const store = useStore()
  const [draft, setDraft] = useState<Draft>(blank)
  const [refused, setRefused] = useState<string>()
  const set = (name: keyof Draft) =>
    typed((value) => setDraft((before) => ({ ...before, [name]: value })))
  const { kind } = draft

  const add = async (event: Event) => {
    event.preventDefault()
    try {
      await store.api.addFault(faultFrom(draft))
      setRefused(undefined)
      store.toast.value = 'The fault is in place.'
      await store.changed()
    } catch (thrown) {
      setRefused(messageOf(thrown))
    }
  }

  return (
    <form class="fields" onSubmit={add}>
      <Field label="What goes wrong" hint={kinds[kind]} refusal={refused} wide>
        {(control) => (
          <select {...control} value={kind} onChange={set('kind')}>
            {Object.keys(kinds).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Operation" wide>
        {(control) => (
          <select {...control} value={draft.on} onChange={set('on')}>
            <option value="">every operation</option>
            {operationKeys.map((key) => (
              <option key={key}>{key}</option>
            ))}
          </select>
        )}
      </Field>
      {kind === 'status' && (
        <NumberField
          label="Status"
          value={draft.status}
          least={400}
          most={599}
          onInput={set('status')}
        />
      )}
      {(kind === 'delay' || kind === 'slow-body') && (
        <NumberField label="Milliseconds" value={draft.ms} least={0} onInput={set('ms')} />
      )}
      <Field label="Address" hint="An email, an External ID or an id; empty for all" wide>
        {(control) => <input {...control} value={draft.address} onInput={set('address')} />}
      </Field>
      <NumberField
        label="First call that is met"
        value={draft.nth}
        least={1}
        onInput={set('nth')}
      />
      <Field label="How many calls" hint="Empty for all">
        {(control) => (
          <input {...control} type="number" min={1} value={draft.times} onInput={set('times')} />
        )}
      </Field>
      <div class="wide form-foot">
        <Button type="submit" look="primary" icon="plus">
          Add fault
        </Button>
      </div>
    </form>
  )
}

function NumberField(props: {
  readonly label: string
  readonly value: string
  readonly least: number
  readonly most?: number
  readonly onInput: ReturnType<typeof typed>
}) {
  return (
    <Field label={props.label}>
      {(control) => (
        <input
          {...control}
          type="number"
          required
          min={props.least}
          max={props.most}
          value={props.value}
          onInput={props.onInput}
        />
      )}
    </Field>
  )
}

function faultFrom({ kind, on, address, nth, times, status, ms }: Draft): FaultAsked {
  return {
    kind,
    ...(on !== '' && { on }),
    ...(address !== '' && { address }),
    ...(nth !== '1' && { nth: Number(nth) }),
    times: times === '' ? 'all' : Number(times),
    ...(kind === 'status' && { status: Number(status) }),
    ...((kind === 'delay' || kind === 'slow-body') && { ms: Number(ms) }),
  }
}
