import type { CsvRecord } from '../files/csv-read.ts'
import type { ImportedRow, ImportWitness } from '../jobs/import-records.ts'
import { contactMustBeNamed } from '../rules/import-records.ts'
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

  wrote({ line, cells = [] }: CsvRecord, after: ImportedRow, before: ImportedRow | undefined) {
    const outcome = outcomeOf(after, before, this.#account.settings.behaviors)
    this.counts[outcome]++
    const { id } = after
    if (!this.#isOfContacts) {
      const value = cells[this.#productIdAt] as string
      this.fights.wrote(id, line, outcome, 'product-id', value)
      return
    }
    const { email, externalId } = contactMustBeNamed(this.#account, this.#identifiersIn(cells))
    if (email === undefined) this.fights.wrote(id, line, outcome, 'external-id', `${externalId}`)
    else this.fights.wrote(id, line, outcome, 'email', email)
  }

  refused({ line, cells = [] }: CsvRecord) {
    const { contacts, products } = this.#account
    if (!this.#isOfContacts) {
      const value = cells[this.#productIdAt] ?? ''
      const product = products.by.productId.get(value)
      if (product) this.fights.refused(product.id, line, 'product-id', value)
      return
    }
    const { email, externalId } = this.#identifiersIn(cells)
    const one = externalId === undefined ? undefined : contacts.by.externalId.get(externalId)
    const other = email === undefined ? undefined : contacts.by.email.get(email)
    if (one) this.fights.refused(one.id, line, 'external-id', externalId as string)
    if (other && other.id !== one?.id) {
      this.fights.refused(other.id, line, 'email', email as string)
    }
  }

  #identifiersIn(cells: readonly string[]) {
    return {
      externalId: cells[this.#externalIdAt] || undefined,
      email: cells[this.#emailAt] || undefined,
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
