import type { components } from '../../sdk/generated/schema.ts'

const pageSize = 25

/** Rows of a list, and where the pages beside them are. */
interface Page<Row> {
  readonly links: components['schemas']['PageLinks']
  readonly rows: readonly Row[]
}

/** A page of a list, the newest row first; one beyond the last is empty. */
export function pageOf<Row>(oldestFirst: Iterable<Row>, page: string | undefined, url: string) {
  const rows = [...oldestFirst].reverse()
  const number = Number(page ?? 1)
  const last = Math.max(1, Math.ceil(rows.length / pageSize))
  const at = (other: number) => `${url}?page=${other}`
  const links = {
    ...(number < last && { next: at(number + 1) }),
    ...(number > 1 && { prev: at(Math.min(number - 1, last)) }),
  }
  return { links, rows: rows.slice((number - 1) * pageSize, number * pageSize) } as Page<Row>
}
