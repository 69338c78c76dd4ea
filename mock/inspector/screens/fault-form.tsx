import { useState } from 'preact/hooks'
import type { FaultAsked } from '../client/shapes.ts'
import { operationKeys } from '../store/sdk-call.ts'
import { messageOf, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Field, typed } from '../ui/field.tsx'
import { useSubmit } from '../ui/submit.ts'

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

type Set = (name: keyof Draft) => ReturnType<typeof typed>

interface PartProps {
  readonly draft: Draft
  /** Takes what an input holds. */
  readonly set: Set
}

/** Which calls, and what goes wrong with them. */
export function FaultForm() {
  const store = useStore()
  const [draft, setDraft] = useState<Draft>(blank)
  const [refused, setRefused] = useState<string>()
  const set: Set = (name) => typed((value) => setDraft((before) => ({ ...before, [name]: value })))

  const add = useSubmit(async () => {
    try {
      await store.api.addFault(faultFrom(draft))
      setRefused(undefined)
      store.toast.value = 'The fault is in place.'
      await store.changed()
    } catch (thrown) {
      setRefused(messageOf(thrown))
    }
  })

  return (
    <form class="fields" onSubmit={add}>
      <What draft={draft} set={set} refused={refused} />
      <WhichCalls draft={draft} set={set} />
      <div class="wide form-foot">
        <Button type="submit" look="primary" icon="plus">
          Add fault
        </Button>
      </div>
    </form>
  )
}

function What({ draft, set, refused }: PartProps & { readonly refused: string | undefined }) {
  const { kind, on, status, ms } = draft
  return (
    <>
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
          <select {...control} value={on} onChange={set('on')}>
            <option value="">every operation</option>
            {operationKeys.map((key) => (
              <option key={key}>{key}</option>
            ))}
          </select>
        )}
      </Field>
      {kind === 'status' && (
        <NumberField label="Status" value={status} least={400} most={599} onInput={set('status')} />
      )}
      {isSlow(kind) && (
        <NumberField label="Milliseconds" value={ms} least={0} onInput={set('ms')} />
      )}
    </>
  )
}

function WhichCalls({ draft: { address, nth, times }, set }: PartProps) {
  return (
    <>
      <Field label="Address" hint="An email, an External ID or an id; empty for all" wide>
        {(control) => <input {...control} value={address} onInput={set('address')} />}
      </Field>
      <NumberField label="First call that is met" value={nth} least={1} onInput={set('nth')} />
      <Field label="How many calls" hint="Empty for all">
        {(control) => (
          <input {...control} type="number" min={1} value={times} onInput={set('times')} />
        )}
      </Field>
    </>
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
    ...(isSlow(kind) && { ms: Number(ms) }),
  }
}

function isSlow(kind: Draft['kind']) {
  return kind === 'delay' || kind === 'slow-body'
}
