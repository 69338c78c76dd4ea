import type { Path } from './contract.ts'
import { ConnectifError } from './errors.ts'

/**
 * An email, External ID or other id that cannot stand in a URL, so that nothing was sent: not a
 * string, blank, `.` or `..` (which `fetch` would fold away, and so reach another path), or half of
 * a surrogate pair.
 */
export class AddressError extends ConnectifError {
  override readonly name: string = 'AddressError'
}

/** The contact with this email. */
export interface EmailAddress {
  /** Email of the contact. */
  email: string
  /** Not beside an email: a contact has one address. */
  externalId?: never
}

/** The contact with this External ID. */
export interface ExternalIdAddress {
  /** External ID of the contact, 1 to 50 characters; case and spaces count. */
  externalId: string
  /** Not beside an External ID: a contact has one address. */
  email?: never
}

/** Which contact: the one with this email, or the one with this External ID; exactly one. */
export type ContactAddress = EmailAddress | ExternalIdAddress

/** A path of the contract with the id that fills it; made inside the call, which rejects for it. */
export type Target<P extends Path> = () => { path: P; id?: string | undefined }

/** A path of the contract, its only parameter filled with `id`. */
export function to<P extends Path>(path: P, id?: string): Target<P> {
  const name = /\{(\w+)\}/.exec(path)?.[1]
  return () => ({ path, id: name && segment(name, id) })
}

/** The path of a contact. */
export function toContact(
  address: ContactAddress,
): Target<'/contacts/email/{email}' | '/contacts/external-id/{externalId}'> {
  return () => {
    const { email, externalId } = address ?? {}
    if ((email === undefined) === (externalId === undefined)) {
      throw new AddressError('an address is an email or an externalId')
    }
    return email === undefined
      ? to('/contacts/external-id/{externalId}', externalId)()
      : to('/contacts/email/{email}', email)()
  }
}

const unaddressable = /^\s*$|^\.\.?$|\p{Surrogate}/u

function segment(name: string, id: unknown): string {
  if (typeof id === 'string' && !unaddressable.test(id)) return id
  throw new AddressError(`${name} cannot be "${String(id)}"`)
}
