const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a `Host` header may reach a server that is bound to this address. Bound to loopback, only
 * loopback names may, whatever the port; bound elsewhere, its owner has opened it to all.
 */
export function hostIsServed(bound: string, header: string | undefined): boolean {
  const address = bound.includes(':') ? `[${bound}]` : bound
  if (!loopback.has(address)) return true
  return header !== undefined && loopback.has(header.toLowerCase().replace(/:\d+$/, ''))
}
