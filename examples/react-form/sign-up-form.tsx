/** @jsxImportSource react */
import { useActionState } from 'react'
import type { Refusals, SignUp } from './sign-up.ts'

interface State {
  /** What was sent last: React empties a form whose action has ended. */
  sent?: SignUp
  refusals?: Refusals
  /** A sentence about the whole. */
  answer?: string
}

const labels: Readonly<Record<keyof SignUp, string>> = {
  email: 'Email',
  name: 'Name',
  card: 'Loyalty card, if you have one',
}

/** A form for new members. It shows at each field what was refused of it. */
export function SignUpForm() {
  const [{ sent, refusals, answer }, submit, isPending] = useActionState(send, {})
  if (answer === 'Welcome!') return <p role="status">{answer}</p>

  return (
    <form action={submit}>
      {(Object.keys(labels) as (keyof SignUp)[]).map((name) => {
        const refusal = refusals?.[name]
        return (
          <p key={name}>
            <label>
              {labels[name]}
              <input
                name={name}
                defaultValue={sent?.[name]}
                required={name !== 'card'}
                aria-invalid={refusal !== undefined}
                aria-describedby={`${name}-refusal`}
              />
            </label>
            <span id={`${name}-refusal`}>{refusal}</span>
          </p>
        )
      })}
      <button type="submit" disabled={isPending}>
        Sign up
      </button>
      <p role="status">{answer}</p>
    </form>
  )
}

async function send(_: State, fields: FormData): Promise<State> {
  const sent = Object.fromEntries(fields) as unknown as SignUp
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(sent) }
  const response = await fetch('/api/sign-up', init).catch(() => undefined)

  if (response?.ok) return { answer: 'Welcome!' }
  if (response?.status === 422) return { sent, refusals: await response.json() }
  return { sent, answer: 'Please try again later.' }
}
