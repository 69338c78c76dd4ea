import type { Contact } from '../client/shapes.ts'

/** What a contact is called; those without a name go by what identifies them. */
export function nameOf({ _name, _surname, _email, _externalId }: Contact): string {
  const name = [_name, _surname].filter(Boolean).join(' ')
  return name || _email || _externalId || 'Nameless'
}

/** What identifies a contact, in one line. */
export function identifiersOf({ _email, _externalId }: Contact): string {
  return [_externalId, _email].filter(Boolean).join(' · ') || 'anonymous'
}
