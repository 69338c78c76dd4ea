/** The shop's own back end. It has the API key, which a page would show to everybody. */
import { AddressError, ApiError, type Connectif, UnprocessableEntityError } from 'connectif-sdk'

/** What the form sends. */
export interface SignUp {
  email: string
  name: string
  /** The number of the loyalty card; empty where there is none. */
  card: string
}

/** What is wrong, by the field of the form that it is about. */
export type Refusals = Partial<Record<keyof SignUp, string>>

/** Makes somebody a member: 204, or 422 with what is wrong, or 503 where nothing is known yet. */
export async function signUp(request: Request, connectif: Connectif): Promise<Response> {
  const { email, name, card }: SignUp = await request.json()
  try {
    await connectif.contacts.upsert(
      { email },
      {
        _name: name,
        ...(card && { _externalId: card }),
        _newsletterSubscriptionStatus: 'subscribed',
      },
    )
    return new Response(null, { status: 204 })
  } catch (error) {
    const refusals = refusalsIn(error)
    if (refusals) return Response.json(refusals, { status: 422 })
    return new Response(null, { status: 503 })
  }
}

const fields: Readonly<Record<string, keyof SignUp>> = { _name: 'name', _externalId: 'card' }

function refusalsIn(error: unknown): Refusals | undefined {
  if (error instanceof UnprocessableEntityError) {
    const known = error.violations.map(({ path, reason }) => [fields[path] ?? 'email', reason])
    return Object.fromEntries(known)
  }
  // The email is the address of the call: a 400 is about it.
  const isOfEmail =
    error instanceof AddressError || (error instanceof ApiError && error.status === 400)
  return isOfEmail ? { email: 'is not a valid email' } : undefined
}
