import { loaded, type OnUse } from './loaded.ts'

/** Values that come many at a time, one by one; nothing is loaded before they are asked for. */
export async function* each<T>(
  begin: (onUse: OnUse) => AsyncIterable<Iterable<T>>,
): AsyncGenerator<T, void, undefined> {
  for await (const many of begin(await loaded())) for (const one of many) yield one
}
