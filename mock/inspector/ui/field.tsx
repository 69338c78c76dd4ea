import type { ComponentChildren, TargetedEvent } from 'preact'
import { useId } from 'preact/hooks'

interface FieldProps {
  readonly label: string
  readonly type?: string | undefined
  readonly hint?: ComponentChildren
  readonly refusal?: ComponentChildren
  readonly wide?: boolean
  /** Draws the control, which takes these. */
  readonly children: (control: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': boolean
  }) => ComponentChildren
}

/** A control with its label, what it is for, and why what it holds was refused. */
export function Field({ label, type, hint, refusal, wide, children }: FieldProps) {
  const id = useId()
  const told = [hint && `${id}-hint`, refusal && `${id}-refusal`].filter(Boolean).join(' ')
  return (
    <div class={wide ? 'field wide' : 'field'}>
      <label for={id}>
        {label} {type && <span class="type">{type}</span>}
      </label>
      {children({ id, 'aria-describedby': told || undefined, 'aria-invalid': !!refusal })}
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {refusal && (
        <span class="refusal" id={`${id}-refusal`} role="alert">
          {refusal}
        </span>
      )}
    </div>
  )
}

/** One of a few. */
export function Select(props: {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly onValue: (value: string) => void
}) {
  return (
    <select
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onValue(event.currentTarget.value)}
    >
      {props.options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  )
}

/** Something that is or is not. */
export function Check(props: {
  readonly label: string
  readonly checked: boolean
  readonly onChecked: (checked: boolean) => void
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChecked(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  )
}

/** What an input holds, after each key. */
export function typed(onValue: (value: string) => void) {
  return (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
    onValue(event.currentTarget.value)
}
