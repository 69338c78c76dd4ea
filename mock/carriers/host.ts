/** Whether a host, as it stands in a URL or in an option, names this machine and no other. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1])$/i.test(host)
}

/**
 * Whether a `Host` header may reach a server that is bound to this address. Bound to loopback, only
 * loopback names may, whatever the port; bound elsewhere, its owner has opened it to all.
 */
export function hostIsServed(bound: string, header: string | undefined): boolean {
  return !isLoopback(bound) || isLoopback((header ?? '').replace(/:\d+$/, ''))
}
