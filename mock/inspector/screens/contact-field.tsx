import type { FieldFacts, Reply } from '../client/shapes.ts'
import { Field, typed } from '../ui/field.tsx'
import { RuleSentence, violationsIn } from '../ui/rule-note.tsx'

interface ContactFieldProps {
  readonly field: FieldFacts
  readonly text: string
  /** The refusal that is about this field. */
  readonly refused: Reply | undefined
  readonly onText: (text: string) => void
}

const labels: Readonly<Record<string, string>> = {
  _externalId: 'External ID',
  _email: 'Email',
  _name: 'First name',
  _surname: 'Surname',
}

/** What people call a field. */
export function labelOf({ id, name }: FieldFacts): string {
  return name ?? labels[id] ?? id
}

/** A field of a contact, with its type. */
export function ContactField({ field, text, refused, onText }: ContactFieldProps) {
  const options = optionsOf(field)
  const label = labelOf(field)
  return (
    <Field
      label={label}
      type={label === field.id ? field.type : `${field.id} · ${field.type}`}
      hint={field.type === 'checkbox' && `Any of ${namesOf(field)}, with commas between`}
      refusal={refused && <Why reply={refused} id={field.id} />}
    >
      {(control) =>
        options ? (
          <select {...control} value={text} onChange={typed(onText)}>
            <option value="">not set</option>
            {options.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...control}
            dir="auto"
            autocomplete="off"
            spellcheck={false}
            inputMode={isNumber(field) ? 'decimal' : 'text'}
            value={text}
            placeholder={placeholderOf(field)}
            onInput={typed(onText)}
          />
        )
      }
    </Field>
  )
}

/** Why the API did not take it: its words, and the rule behind them. */
function Why({ reply, id }: { readonly reply: Reply; readonly id: string }) {
  const own = violationsIn(reply).find(({ path }) => path.startsWith(id))
  const { detail } = (reply.body ?? {}) as { detail?: string }
  const said = own ? `${own.path} ${own.reason}.` : detail
  return (
    <>
      {reply.status}: {said} {reply.rule && <RuleSentence rule={reply.rule} />}
    </>
  )
}

const yesOrNo = [
  { id: 'true', label: 'yes' },
  { id: 'false', label: 'no' },
]

function optionsOf({ type, options }: FieldFacts) {
  if (type === 'boolean') return yesOrNo
  return type === 'checkbox' ? undefined : options
}

function namesOf({ options = [] }: FieldFacts) {
  return options.map(({ id }) => id).join(', ')
}

function isNumber({ type }: FieldFacts) {
  return type === 'integer' || type === 'decimal'
}

function placeholderOf({ type }: FieldFacts) {
  if (type === 'date') return '1990-01-31T00:00:00.000Z'
  return type === 'phone' ? '+34600000000' : 'not set'
}
