import { type Command, Option } from 'commander'
import type { ContactAddress } from '../../sdk/index.ts'
import { Mistake } from './mistake.ts'

/** How a contact is named. */
export interface AddressOptions {
  email?: string
  externalId?: string
}

/** Adds the options that name a contact. */
export function withAddress(command: Command): Command {
  return command
    .addOption(new Option('--email <email>', 'email of the contact').conflicts('externalId'))
    .option('--external-id <id>', 'External ID of the contact')
}

/**
 * The address that the options name.
 *
 * @throws {Mistake} when they name none
 */
export function addressIn({ email, externalId }: AddressOptions): ContactAddress {
  if (email !== undefined) return { email }
  if (externalId !== undefined) return { externalId }
  throw new Mistake('name the contact: --email <email> or --external-id <id>')
}

/** A contact by its address, in words. */
export function named({ email, externalId }: ContactAddress): string {
  return email === undefined
    ? `the contact with the External ID ${externalId}`
    : `the contact with the email ${email}`
}
