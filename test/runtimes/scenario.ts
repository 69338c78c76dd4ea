/**
 * What is tried in each runtime, by nothing but the package and what all runtimes have. It takes a
 * client of an empty account, and gives what the API told it.
 */
import {
  type Connectif,
  type ContactImportRow,
  type ImportFile,
  UnprocessableEntityError,
} from 'connectif-sdk'
import type { told } from './told.ts'

const socks = {
  productId: 'SOCK-1',
  name: 'Merino socks',
  productDetailUrl: 'https://shop.example/p/merino-socks',
  unitPrice: 14.5,
}

type Contacts = ImportFile<ContactImportRow>

const rows: Contacts = {
  rows: [
    { _externalId: 'POS-000124', _email: 'bob@example.com', _name: 'Bob, "the builder"' },
    { _externalId: 'POS-000125', _email: 'no email', _name: 'Cleo' },
    { _externalId: 'POS-000126', _email: 'nandu@example.com', _name: 'Ñandú 🦤' },
  ],
}

export async function scenario(connectif: Connectif, file = rows): Promise<typeof told> {
  await connectif.contacts.upsert({ externalId: 'POS-000123' }, { _name: 'Ada' })
  await connectif.contacts.upsert({ externalId: 'POS-000123' }, { _email: 'ada@example.com' })
  await buySocks(connectif)
  const ada = await connectif.contacts.get({ email: 'ada@example.com' })

  return {
    read: {
      name: String(ada._name),
      email: String(ada._email),
      purchases: Number(ada._totalPurchases),
      amount: Number(ada._totalPurchasesAmount),
    },
    refused: await refusal(connectif),
    ...(await imported(connectif, file)),
    exported: await exported(connectif),
  }
}

async function buySocks(connectif: Connectif) {
  const { productId, ...product } = socks
  await connectif.products.upsert(productId, product)
  await connectif.purchases.create({
    purchaseId: 'T-100001',
    cartId: 'T-100001',
    contactExternalId: 'POS-000123',
    purchaseDate: '2026-01-02T10:30:00Z',
    paymentMethod: 'card',
    totalPrice: 29,
    totalQuantity: 2,
    products: [{ ...socks, quantity: 2, price: 29 }],
  })
}

async function refusal({ contacts }: Connectif) {
  const theft = contacts.upsert({ email: 'bob@example.com' }, { _externalId: 'POS-000123' })
  const error = await theft.catch((error) => error)
  return {
    type: error instanceof UnprocessableEntityError,
    status: error.status,
    rule: error.rule,
  }
}

async function imported({ imports }: Connectif, file: Contacts) {
  const { id } = await imports.create({ type: 'contacts', file })
  const { status, success, errors } = await imports.waitFor(id, { interval: 10 })
  const report: string[] = []
  for await (const { line, column, reason } of imports.errorReport(id)) {
    report.push(`line ${line}: ${column} ${reason}`)
  }
  return { imported: { status, success: Number(success), errors: Number(errors) }, report }
}

async function exported({ exports }: Connectif) {
  const { id } = await exports.create({ exportType: 'contacts' })
  await exports.waitFor(id, { interval: 10 })
  const names: string[] = []
  for await (const { _externalId, _name } of exports.contacts(id)) {
    names.push(`${_externalId} ${_name}`)
  }
  return names
}
