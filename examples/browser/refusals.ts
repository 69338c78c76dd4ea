import { AddressError, ApiError, UnprocessableEntityError } from 'connectif-sdk'

/** Lets a form do its work, and shows at its fields what was refused of them. */
export function onSubmit(form: HTMLFormElement, work: (fields: FormData) => Promise<void>): void {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const fields = [...form.querySelectorAll('input')]
    for (const field of fields) refuse(field, '')
    const empty = fields.filter((field) => field.value.trim() === '')
    for (const field of empty) refuse(field, 'Please fill this in.')
    if (empty[0]) return empty[0].focus()

    const button = form.querySelector('button') as HTMLButtonElement
    button.disabled = true
    try {
      await work(new FormData(form))
    } catch (error) {
      show(form, error)
    } finally {
      button.disabled = false
    }
  })
}

/** Shows an error at the field that it is about; what is about none goes on. */
function show(form: HTMLFormElement, error: unknown) {
  const refused = refusedIn(error).flatMap(({ path, reason }) => {
    const field = form.querySelector<HTMLInputElement>(`input[name="${CSS.escape(path)}"]`)
    if (field) refuse(field, `This ${nouns[path] ?? 'value'} ${reason}.`)
    return field ?? []
  })
  if (refused.length === 0) throw error
  refused[0]?.focus()
}

const nouns: Readonly<Record<string, string>> = { _externalId: 'card', _email: 'email' }

/** The fields that the API has refused. An email stands in the address: a 400 is about it. */
function refusedIn(error: unknown) {
  if (error instanceof UnprocessableEntityError) return error.violations
  const isOfAddress =
    error instanceof AddressError || (error instanceof ApiError && error.status === 400)
  return isOfAddress ? [{ path: '_email', reason: 'is not a valid address' }] : []
}

function refuse(field: HTMLInputElement, sentence: string) {
  const place = document.getElementById(`${field.id}-refusal`) as HTMLElement
  place.textContent = sentence
  field.toggleAttribute('aria-invalid', sentence !== '')
  const hint = document.getElementById(`${field.id}-hint`)
  const described = [...(hint ? [hint.id] : []), ...(sentence === '' ? [] : [place.id])]
  field.setAttribute('aria-describedby', described.join(' '))
}
