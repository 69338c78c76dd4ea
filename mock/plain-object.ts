/** Whether a value has members of its own kind: a Map, a promise or an Error would show none. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]'
}
