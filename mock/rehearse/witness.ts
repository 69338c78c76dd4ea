import type { CsvRecord } from '../files/csv-read.ts'
import type { ImportedRow, ImportWitness, Written } from '../jobs/import-records.ts'
import type { Account } from '../state/account.ts'
import type { Behaviors } from '../state/behaviors.ts'
import { Fights } from './fights.ts'

/** What it takes to tell what becomes of each row. */
interface Watched {
  readonly account: Account
  readonly type: 'contacts' | 'products'
  readonly header: readonly string[]
}

/** Counts what becomes of the rows of a file, and sees which of them fight. */
export class Witness implements ImportWitness {
  readonly fights: Fights = new Fights()
  readonly counts = { created: 0, updated: 0, unchanged: 0 }
  readonly #account: Account
  readonly #isOfContacts: boolean
  readonly #externalIdAt: number
  readonly #emailAt: number
  readonly #productIdAt: number

  constructor({ account, type, header }: Watched) {
    this.#account = account
    this.#isOfContacts = type === 'contacts'
    this.#externalIdAt = header.indexOf('_externalId')
    this.#emailAt = header.indexOf('_email')
    this.#productIdAt = header.indexOf('productId')
  }

  wrote({ line }: CsvRecord, { after, before, foundBy }: Written) {
    const { identifier, value } = foundBy
    const outcome = outcomeOf(after, before, this.#account.settings.behaviors)
    this.counts[outcome]++
    this.fights.wrote(after.id, line, outcome, identifier, value)
  }

  refused({ line, cells = [] }: CsvRecord) {
    const { contacts, products } = this.#account
    if (!this.#isOfContacts) {
      const value = cells[this.#productIdAt] ?? ''
      const product = products.by.productId.get(value)
      if (product) this.fights.refused(product.id, line, 'product-id', value)
      return
    }
    const externalId = cells[this.#externalIdAt] || undefined
    const email = cells[this.#emailAt] || undefined
    const one = externalId === undefined ? undefined : contacts.by.externalId.get(externalId)
    const other = email === undefined ? undefined : contacts.by.email.get(email)
    if (one) this.fights.refused(one.id, line, 'external-id', externalId as string)
    if (other && other.id !== one?.id) {
      this.fights.refused(other.id, line, 'email', email as string)
    }
  }
}

function outcomeOf(
  after: ImportedRow,
  before: ImportedRow | undefined,
  { updatedAt }: Behaviors,
): 'created' | 'updated' | 'unchanged' {
  if (before === undefined) return 'created'
  if (after === before) return 'unchanged'
  // Of contacts, another row is another content, unless each patch counts.
  const mayBeSame = 'product' in after || updatedAt === 'always'
  return mayBeSame && valuesOf(after) === valuesOf(before) ? 'unchanged' : 'updated'
}

/** What was written of a record, without the moment at which that was. */
function valuesOf(row: ImportedRow): string {
  return JSON.stringify('product' in row ? row.product : row.fields)
}
