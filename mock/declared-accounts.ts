import { routes, type Scope } from './generated/routes.ts'
import { isPlainObject } from './plain-object.ts'
import { isWellFormed } from './rules/gate.ts'

const members = ['keys', 'blocked', 'seed', 'contactFields', 'domains']
const scopes: ReadonlySet<string> = new Set(routes.map(({ scope }) => scope))

interface Keyed {
  readonly keys: Readonly<Record<string, readonly Scope[]>>
}

/**
 * Declared accounts that make sense: each with keys of its own, and scopes that there are. Messages
 * name accounts, never keys.
 *
 * @throws {Error} naming what does not
 */
export function declarationsMustMakeSense(accounts: Readonly<Record<string, Keyed>>): void {
  if (!isPlainObject(accounts) || Object.keys(accounts).length === 0) {
    throw new Error('accounts must declare at least one account')
  }
  const taken = new Set<string>()
  for (const [name, account] of Object.entries(accounts)) {
    if (!isPlainObject(account) || !isPlainObject(account.keys)) {
      throw new Error(`account ${name} must have keys: { 'keyId:keySecret': [scopes] }`)
    }
    const stray = Object.keys(account).find((member) => !members.includes(member))
    if (stray) throw new Error(`account ${name} has no ${stray}; only ${members.join(', ')}`)
    for (const [key, granted] of Object.entries(account.keys)) {
      keyMustMakeSense(name, key, granted, taken)
    }
  }
}

function keyMustMakeSense(name: string, key: string, granted: unknown, taken: Set<string>) {
  if (!isWellFormed(key)) throw new Error(`a key of account ${name} is not keyId:keySecret`)
  if (taken.has(key)) throw new Error(`a key of account ${name} is already declared`)
  taken.add(key)
  const unknown = Array.isArray(granted) ? granted.find((scope) => !scopes.has(scope)) : granted
  if (unknown !== undefined) {
    throw new Error(`account ${name}: no scope ${unknown}; there are ${[...scopes].join(', ')}`)
  }
}
