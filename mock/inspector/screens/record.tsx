import type { ComponentChildren } from 'preact'
import type { Page } from '../client/shapes.ts'
import { useLoadOnce } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { Notice } from '../ui/blocks.tsx'

interface RecordProps<Item> {
  /** The page of the list, which has the record in most cases. */
  readonly listed: Page<Item> | undefined
  readonly id: string
  /** Where the API has the record, for when the page has not. */
  readonly path: string
  readonly children: (record: Item) => ComponentChildren
}

/** A record of the list; one that is on another page is asked for once, by hand. */
export function RecordIn<Item extends { readonly id: string }>(props: RecordProps<Item>) {
  const { listed, id, path, children } = props
  const record = listed?.items.find((one) => one.id === id)
  if (record) return <>{children(record)}</>
  if (listed === undefined) return <p class="muted">Loading…</p>
  return (
    <Elsewhere key={path} path={path}>
      {children}
    </Elsewhere>
  )
}

function Elsewhere<Item>({ path, children }: Pick<RecordProps<Item>, 'path' | 'children'>) {
  const { api, account } = useStore()
  const id = account.value as string
  const { data, error } = useLoadOnce(`${id} ${path}`, () => api.call(id, 'GET', path))
  if (error !== undefined) return <Notice tone="bad">{error}</Notice>
  if (data === undefined) return <p class="muted">Loading…</p>
  if (data.status !== 200) return <Notice tone="warn">This record is gone.</Notice>
  return <>{children(data.body as Item)}</>
}
