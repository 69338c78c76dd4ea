import { AddressError, type Target, to } from './address.ts'

/** The custom event type with this alias. */
export interface AliasAddress {
  /** Alias that the account gives to the type; case counts. */
  alias: string
  /** Not beside an alias: a type has one address. */
  id?: never
}

/** The custom event type with this Connectif id. */
export interface IdAddress {
  /** Connectif id of the type. */
  id: string
  /** Not beside an id: a type has one address. */
  alias?: never
}

/** Which custom event type: the one with this alias, or the one with this Connectif id. */
export type EventTypeAddress = AliasAddress | IdAddress

/** The path of the events of a type. */
export function toEventsOf(
  address: EventTypeAddress,
): Target<'/custom-events/alias/{alias}' | '/custom-events/id/{id}'> {
  return () => {
    const { alias, id } = address ?? {}
    if ((alias === undefined) === (id === undefined)) {
      throw new AddressError('an address is an alias or an id')
    }
    return alias === undefined
      ? to('/custom-events/id/{id}', id)()
      : to('/custom-events/alias/{alias}', alias)()
  }
}
