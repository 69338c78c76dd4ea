/** Values that come many at a time, one by one; nothing is loaded before they are asked for. */
export async function* each<T>(
  load: () => Promise<AsyncIterable<Iterable<T>>>,
): AsyncGenerator<T, void, undefined> {
  for await (const many of await load()) for (const one of many) yield one
}
