import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** A column of a table. */
export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => ComponentChildren
  /** Share of the width, such as `30%`. */
  readonly width?: string
  readonly isNumber?: boolean
  /** Left out where there is little room. */
  readonly wideOnly?: boolean
  /** What the rows can be sorted by. */
  readonly sort?: string
}

/** How rows are sorted. */
export interface Order {
  readonly sort: string
  readonly order: 'asc' | 'desc'
}

interface TableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string | number
  readonly chosen?: string | number | undefined
  /** What a click anywhere in a row does; the first cell has a link that does the same. */
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly order?: Order
  readonly onOrder?: (order: Order) => void
}

/** Rows of records. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, idOf, chosen, onOpen } = props
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.title} column={column} {...props} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={idOf(row)}
            class={`${onOpen ? 'row' : ''} ${idOf(row) === chosen ? 'chosen' : ''}`}
            onClick={onOpen && ((event) => hasNoOther(event) && onOpen(row))}
          >
            {columns.map((column) => (
              <td key={column.title} class={classOf(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeadCell<Row>({ column, order, onOrder }: TableProps<Row> & { column: Column<Row> }) {
  const { title, sort, width } = column
  const isSorted = sort !== undefined && order?.sort === sort
  const isUp = isSorted && order?.order === 'asc'
  const sorted = isSorted ? (isUp ? 'ascending' : 'descending') : undefined
  return (
    <th
      scope="col"
      class={classOf(column)}
      style={width ? { width } : undefined}
      aria-sort={sorted}
    >
      {sort === undefined || onOrder === undefined ? (
        title
      ) : (
        <button type="button" onClick={() => onOrder({ sort, order: isUp ? 'desc' : 'asc' })}>
          {title}
          {isSorted && <Icon name={isUp ? 'up' : 'down'} />}
        </button>
      )}
    </th>
  )
}

function classOf<Row>({ isNumber, wideOnly }: Column<Row>) {
  return `${isNumber ? 'number' : ''} ${wideOnly ? 'wide-only' : ''}`.trim() || undefined
}

/** Text that is being marked, and buttons in a row, do not open it. */
function hasNoOther(event: MouseEvent) {
  const marked = getSelection()?.toString()
  return !marked && !(event.target as Element).closest('a, button, input')
}
