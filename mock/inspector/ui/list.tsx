import type { ComponentChildren } from 'preact'
import type { Page } from '../client/shapes.ts'
import type { Loaded } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { Notice } from './blocks.tsx'
import { Pager } from './pager.tsx'
import { type Column, type Order, Table } from './table.tsx'

/** How many records a page has. */
export const pageSize = 50

interface ListProps<Row extends { readonly id: string }> {
  readonly label: string
  /** The screen that records are opened on. */
  readonly screen: string
  readonly chosen?: string | undefined
  readonly loaded: Loaded<Page<Row>>
  readonly columns: readonly Column<Row>[]
  readonly onOffset: (offset: number) => void
  readonly order?: Order
  readonly onOrder?: (order: Order) => void
  /** What stands where there are no records. */
  readonly empty: ComponentChildren
}

/** A list of records in pages, each of which can be opened. */
export function List<Row extends { readonly id: string }>(props: ListProps<Row>) {
  const { router } = useStore()
  const { data, error } = props.loaded
  if (error !== undefined) return <Notice tone="bad">{error}</Notice>
  if (data === undefined) return <p class="none">Loading…</p>
  return (
    <div class="sheet fixed" aria-busy={props.loaded.isLoading}>
      {data.total === 0 ? (
        props.empty
      ) : (
        <Table
          {...props}
          rows={data.items}
          idOf={({ id }) => id}
          onOpen={({ id }) => router.go(props.screen, id)}
        />
      )}
      {data.total > 0 && <Pager {...data} onOffset={props.onOffset} />}
    </div>
  )
}
