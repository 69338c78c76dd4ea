import fc from 'fast-check'
import { mustBeSound } from './invariants.ts'
import type { Model, Outcome } from './model.ts'
import { type ModelAddress, type ModelPatch, read, remove, write } from './model-contacts.ts'
import { advance } from './model-time.ts'
import { emails, externalIds, hours, leaps } from './pools.ts'
import type { Twin } from './twin.ts'

/** Something that is done to the model and to the twin; then both must be the same. */
export class Step implements fc.Command<Model, Twin> {
  readonly #says: string
  readonly #expected: (model: Model) => Outcome
  readonly #seen: (twin: Twin) => Outcome

  constructor(
    says: string,
    expected: (model: Model) => Outcome,
    seen: (twin: Twin) => Outcome = (twin) => twin.call(says),
  ) {
    this.#says = says
    this.#expected = expected
    this.#seen = seen
  }

  check(): boolean {
    return true
  }

  run(model: Model, twin: Twin): void {
    const expected = this.#expected(model)
    // Some jobs end at the moment at which they are queued, after the answer.
    advance(model, 0)
    twin.mustAgree(model, this.#seen(twin), expected)
    mustBeSound(twin.account)
  }

  toString(): string {
    return this.#says
  }
}

/** A call of the API with a body. */
export function callStep(line: string, body: unknown, expected: (model: Model) => Outcome): Step {
  return new Step(`${line} ${JSON.stringify(body)}`, expected, (twin) => twin.call(line, body))
}

/** The same thing several times; what came of the last one counts. */
export function repeated(
  times: number,
  line: string,
  expected: (model: Model) => Outcome,
  seen: (twin: Twin) => Outcome,
): Step {
  const last = (work: () => Outcome) => Array.from({ length: times }, work).at(-1) as Outcome
  const settled = (model: Model) => {
    advance(model, 0)
    return expected(model)
  }
  return new Step(
    times === 1 ? line : `${times} times ${line}`,
    (model) => last(() => settled(model)),
    (twin) => last(() => seen(twin)),
  )
}

const addresses: fc.Arbitrary<ModelAddress> = fc.oneof(
  emails.map((is) => ({ by: 'email', is }) as const),
  externalIds.map((is) => ({ by: 'external-id', is }) as const),
  emails.filter((is) => is !== '').map((is) => ({ by: 'path', is }) as const),
)

const profile = {
  _name: fc.constantFrom('Ada', 'Bob'),
  _points: fc.constantFrom(0, 7),
  tier: fc.constantFrom('gold', 'silver'),
  likes: fc.constantFrom(['tea'], ['tea', 'rum'], []),
}

const wrongs = fc.constantFrom<ModelPatch>(
  { tier: 'lead' },
  { likes: ['gin'] },
  { colour: 'green' },
  { _totalPurchases: 5 },
  { _email: 'ada@example.com', _externalId: '42' },
)

/** Fields of a profile; one in eight has something wrong, or null. */
export function profiles(): fc.Arbitrary<ModelPatch> {
  const plain = fc.record(profile, { requiredKeys: [], noNullPrototype: true })
  const cleared = fc.constantFrom<ModelPatch>(
    { _name: null },
    { _points: null, tier: null },
    { _name: 'Ada', colour: null },
    { _externalId: null },
    { _email: null },
  )
  return fc.oneof({ arbitrary: plain, weight: 7 }, wrongs, cleared)
}

const links = fc.oneof(
  externalIds.map((_externalId): ModelPatch => ({ _externalId })),
  emails.map((_email): ModelPatch => ({ _email })),
)

/** Contacts are read, created, changed, linked, and deleted. */
export const contactSteps: readonly fc.Arbitrary<Step>[] = [
  patches(addresses, profiles()),
  patches(
    externalIds.map((is) => ({ by: 'external-id', is })),
    fc.tuple(emails, profiles()).map(([_email, more]) => ({ _email, ...more })),
  ),
  patches(
    emails.map((is) => ({ by: 'email', is })),
    fc.tuple(externalIds, profiles()).map(([_externalId, more]) => ({ _externalId, ...more })),
  ),
  patches(addresses, links),
  // What only has an External ID, and a tracker, comes of this alone, where null clears.
  patches(
    externalIds.map((is) => ({ by: 'external-id', is })),
    fc.constant({ _email: null }),
  ),
  addresses.map((address) => {
    return new Step(`DELETE ${pathOf(address)}`, (model) => remove(model, address))
  }),
  addresses.map((address) => new Step(`GET ${pathOf(address)}`, (model) => read(model, address))),
]

function patches(
  at: fc.Arbitrary<ModelAddress>,
  patch: fc.Arbitrary<ModelPatch>,
): fc.Arbitrary<Step> {
  return fc
    .tuple(at, patch)
    .map(([address, body]) =>
      callStep(`PATCH ${pathOf(address)}`, body, (model) => write(model, address, body)),
    )
}

function pathOf({ by, is }: ModelAddress) {
  const segment = encodeURIComponent(is)
  return by === 'path' ? `/contacts/${segment}` : `/contacts/${by}/${segment}`
}

function passing(milliseconds: number): Step {
  const passes = (model: Model) => {
    advance(model, milliseconds)
    return { status: 200 }
  }
  return new Step(`${milliseconds} ms pass`, passes, ({ mock }) => {
    mock.clock.advance({ milliseconds })
    return { status: 200 }
  })
}

/** Time passes, and the account goes into a snapshot and comes out of it again. */
export const momentSteps: readonly fc.Arbitrary<Step>[] = [
  leaps.map(passing),
  hours.map(passing),
  fc.constant(
    new Step(
      'restore(snapshot)',
      () => ({ status: 200, shown: true }),
      ({ mock }) => {
        const before = JSON.stringify(mock.snapshot())
        mock.restore(JSON.parse(before))
        return { status: 200, shown: JSON.stringify(mock.snapshot()) === before }
      },
    ),
  ),
]
