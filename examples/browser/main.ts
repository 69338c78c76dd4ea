/**
 * A page to join a club on, and to attach a loyalty card. It calls Connectif through the SDK; the
 * twin answers in the service worker, so there is no server at all.
 *
 *     npm run build
 *     npx vite examples/browser --open
 */
import type { Contact } from 'connectif-sdk'
import { attachCard, collect, memberAt, signUp } from './club.ts'
import { onSubmit } from './refusals.ts'
import { startTwin } from './twin.ts'

/** Who uses this browser, by email. */
const session = {
  get email() {
    return localStorage.getItem('member') ?? ''
  },
  start: (email: string) => localStorage.setItem('member', email),
  end: () => localStorage.removeItem('member'),
}

const byId = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind
const signUpForm = byId<HTMLFormElement>('sign-up')
const attachForm = byId<HTMLFormElement>('attach')

onSubmit(signUpForm, async (fields) => {
  const email = String(fields.get('_email')).trim()
  const member = await signUp(email, String(fields.get('_name')).trim())
  session.start(email)
  show(member)
  byId('greeting').focus()
})

onSubmit(attachForm, async (fields) => {
  tell('')
  show(await attachCard(session.email, String(fields.get('_externalId')).trim()))
  attachForm.reset()
  tell('Your card is attached. The shop’s till knows you by it now.')
})

byId('collect').addEventListener('click', async () => {
  show(await collect(session.email, 10))
  tell('10 points more.')
})

byId('sign-out').addEventListener('click', () => {
  session.end()
  tell('')
  show(undefined)
  byId('name').focus()
})

addEventListener('unhandledrejection', ({ reason }) => trouble(reason))

/** Shows the member, or where to become one. */
function show(member: Contact | undefined) {
  signUpForm.hidden = member !== undefined
  byId('member').hidden = member === undefined
  if (!member) return
  byId('greeting').textContent = `Hello, ${member._name}`
  byId('points').textContent = String(member._points ?? 0)
  byId('number').textContent = member._externalId ?? 'none yet'
}

function tell(news: string) {
  byId('news').textContent = news
}

function trouble(error: unknown) {
  const place = byId('trouble')
  place.textContent = error instanceof Error ? error.message : String(error)
  place.hidden = false
}

async function refresh() {
  show(session.email === '' ? undefined : await memberAt(session.email))
}

try {
  await startTwin(refresh)
  await refresh()
} catch (error) {
  trouble(error)
}
