/**
 * Whether a URL is in one of the authorised domains, or in a subdomain of one. Undocumented in
 * detail: a port does not matter, and where no domains are set every URL is allowed.
 */
export function domainIsAllowed(domains: readonly string[], url: string): boolean {
  if (domains.length === 0) return true
  const host = hostOf(url)
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
}

function hostOf(url: string) {
  return URL.canParse(url) ? new URL(url).hostname : ''
}
