import { problems } from '../problems.ts'
import type { Account } from '../state/account.ts'
import { domainIsAllowed } from './domains.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

/** E0201. */
export const productDomainMustBeAllowed = rule(
  {
    id: 'product-upsert',
    grade: 'documented',
    source: sources.patchProduct,
    says: 'PATCH creates or updates a product; its URL is in the authorised domains.',
  },
  (account: Account, url: string) => {
    const { domains } = account.settings
    if (!domainIsAllowed(domains, url)) throw problems.productDomainRefused(domains)
  },
)
