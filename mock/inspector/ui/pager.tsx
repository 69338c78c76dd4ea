import { countText } from '../store/format.ts'
import { Button } from './button.tsx'

/** Where a list is, and how it goes on. */
export interface PagerProps {
  readonly offset: number
  readonly limit: number
  readonly total: number
  readonly onOffset: (offset: number) => void
}

/** Goes through the pages of a list. */
export function Pager({ offset, limit, total, onOffset }: PagerProps) {
  if (total <= limit) return null
  const last = Math.min(offset + limit, total)
  return (
    <nav class="pager" aria-label="Pages">
      <span>
        {countText(offset + 1)}–{countText(last)} of {countText(total)}
      </span>
      <Button
        icon="back"
        label="Previous page"
        look="quiet"
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - limit))}
      />
      <Button
        icon="next"
        label="Next page"
        look="quiet"
        disabled={last >= total}
        onClick={() => onOffset(offset + limit)}
      />
    </nav>
  )
}
