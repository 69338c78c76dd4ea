import { Connectif, type Contact, NotFoundError } from 'connectif-sdk'
import { baseUrl } from './twin.ts'

const { contacts } = new Connectif({ apiKey: 'browser:example', baseUrl })

/** The member with this email; undefined where there is none. */
export async function memberAt(email: string): Promise<Contact | undefined> {
  try {
    return await contacts.get({ email })
  } catch (error) {
    if (error instanceof NotFoundError) return undefined
    throw error
  }
}

/** Makes somebody a member, with 100 points; who is one already keeps theirs. */
export async function signUp(email: string, name: string): Promise<Contact> {
  const known = await memberAt(email)
  const welcome = known?._points === undefined ? { _points: 100 } : {}
  return contacts.upsert({ email }, { _name: name, ...welcome })
}

/** Makes the number of a card the External ID of a member: the shop's till finds them by it. */
export function attachCard(email: string, number: string): Promise<Contact> {
  return contacts.upsert({ email }, { _externalId: number })
}

/** Gives a member points. */
export async function collect(email: string, points: number): Promise<Contact> {
  const { _points = 0 } = await contacts.get({ email })
  return contacts.upsert({ email }, { _points: _points + points })
}
