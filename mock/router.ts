import { type OperationKey, routes, type Scope } from './generated/routes.ts'
import { pathMustDecode } from './rules/gate.ts'
import type { Validator } from './violations.ts'

/** An operation of the contract, with what the gate needs to know of it. */
export interface Route {
  /** Method and path, as in the reference. */
  readonly key: OperationKey
  /** The `operationId`. */
  readonly id: string
  readonly method: string
  readonly path: string
  /** What the key must be allowed to do. */
  readonly scope: Scope
  /** Ids of the rules that it can refuse by, beside those of the gate. */
  readonly rules: readonly string[]
  readonly errorCodes: readonly string[]
  readonly pathFits: Validator | undefined
  readonly queryFits: Validator | undefined
  readonly bodyFits: Validator | undefined
  /** Where the body is a form: its fields that are true or false. */
  readonly formFlags: readonly string[] | undefined
  /** The contract's fields of a body that may hold custom fields too. */
  readonly patchOf: readonly string[] | undefined
}

/** The operation with this key. */
export function routeOf(key: OperationKey): Route {
  return routes.find((route) => route.key === key) as Route
}

/** An operation that a path leads to. */
interface Target {
  readonly route: Route
  /** Names of the values in its path, in order. */
  readonly names: readonly string[]
}

/** Where a path leads: its operations by method, and the values in the path, still encoded. */
export interface Place {
  readonly targets: ReadonlyMap<string, Target>
  readonly encoded: readonly string[]
}

interface Node {
  readonly children: Map<string, Node>
  readonly targets: Map<string, Target>
  any: Node | undefined
  /** Whether the contract has a slash at its end, which public clients leave out. */
  isCollection: boolean
}

/** Finds operations by path. */
export class Router {
  readonly #root = node()

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      const segments = route.path.split('/').filter((segment) => segment !== '')
      const names = segments.filter(isName).map((segment) => segment.slice(1, -1))
      const place = segments.reduce(child, this.#root)
      place.targets.set(route.method, { route, names })
      place.isCollection = route.path.endsWith('/')
    }
  }

  /** The place of a path; undefined where there is nothing. */
  find(path: string): Place | undefined {
    const parts = path.split('/')
    const encoded: string[] = []
    let at = this.#root
    for (let index = 1; index < parts.length; index++) {
      const part = parts[index] as string
      if (part === '' && index === parts.length - 1 && at.isCollection) break
      const fixed = fixedChild(at, part, index === parts.length - 1)
      if (fixed === undefined) encoded.push(part)
      const next = fixed ?? at.any
      if (next === undefined) return undefined
      at = next
    }
    return at.targets.size === 0 ? undefined : { targets: at.targets, encoded }
  }
}

/** The values in a path by their names in the contract, decoded. */
export function pathValues({ names }: Target, encoded: readonly string[]) {
  const values: Record<string, string> = {}
  for (let at = 0; at < names.length; at++) {
    values[names[at] as string] = pathMustDecode(encoded[at] as string)
  }
  return values
}

/** At the end of a path, `/contacts/email` names a contact: no operation has this path itself. */
function fixedChild(of: Node, part: string, isLast: boolean) {
  const child = of.children.get(part)
  return isLast && of.any && child?.targets.size === 0 ? undefined : child
}

function isName(segment: string) {
  return segment.startsWith('{')
}

function child(of: Node, segment: string): Node {
  if (isName(segment)) {
    of.any ??= node()
    return of.any
  }
  const known = of.children.get(segment) ?? node()
  of.children.set(segment, known)
  return known
}

function node(): Node {
  return { children: new Map(), targets: new Map(), any: undefined, isCollection: false }
}
