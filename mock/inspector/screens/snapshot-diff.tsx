import type { RecordChanges } from '../client/shapes.ts'
import { valueText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { type Taken, useStore } from '../store/store.ts'
import { Badge } from '../ui/badge.tsx'
import { Notice } from '../ui/blocks.tsx'

const kinds = ['contacts', 'purchases', 'products'] as const
const mostShown = 50

type Any = Readonly<Record<string, unknown>>

/** What changed since a snapshot, field by field. */
export function SnapshotDiffView({ taken }: { readonly taken: Taken }) {
  const { api } = useStore()
  const { data, error } = useLoad(`diff ${taken.id}`, () => api.diff(taken.text))
  if (error !== undefined) return <Notice tone="bad">{error}</Notice>
  if (data === undefined) return <p class="muted">Comparing…</p>
  const isSame = kinds.every((kind) =>
    Object.values(data[kind]).every(({ length }) => length === 0),
  )
  if (isSame) return <p class="muted">Nothing has changed since.</p>
  return (
    <>
      {kinds.map((kind) => (
        <Changes key={kind} kind={kind} changes={data[kind]} />
      ))}
    </>
  )
}

function Changes({ kind, changes }: { readonly kind: string; readonly changes: RecordChanges }) {
  const { created, updated, deleted } = changes
  if (created.length + updated.length + deleted.length === 0) return null
  return (
    <section class="stack changes" aria-label={kind}>
      <h3>
        {kind}: {created.length} created, {updated.length} updated, {deleted.length} deleted
      </h3>
      <ul>
        {created.slice(0, mostShown).map((one) => (
          <li key={idOf(one)}>
            <Badge tone="good">created</Badge> <bdi>{nameOf(one)}</bdi>
          </li>
        ))}
        {updated.slice(0, mostShown).map(({ before, after }) => (
          <li key={idOf(after)}>
            <Badge tone="info">updated</Badge> <bdi>{nameOf(after)}</bdi>
            <Fields before={before as Any} after={after as Any} />
          </li>
        ))}
        {deleted.slice(0, mostShown).map((one) => (
          <li key={idOf(one)}>
            <Badge tone="bad">deleted</Badge> <bdi>{nameOf(one)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fields({ before, after }: { readonly before: Any; readonly after: Any }) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => valueText(before[name]) !== valueText(after[name]))
  return (
    <ul class="small mono">
      {changed.map((name) => (
        <li key={name}>
          {name}: <del>{valueText(before[name])}</del> <ins>{valueText(after[name])}</ins>
        </li>
      ))}
    </ul>
  )
}

function idOf(record: object) {
  return String((record as Any).id)
}

/** What people know the record by. */
function nameOf(record: object) {
  const { _email, _externalId, purchaseId, productId, id } = record as Any
  return valueText(_email ?? _externalId ?? purchaseId ?? productId ?? id)
}
