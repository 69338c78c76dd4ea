import type { ComponentChildren } from 'preact'
import { hrefOf } from '../store/route.ts'
import { useStore } from '../store/store.ts'

/** Where a link leads. */
export interface LinkProps {
  readonly screen: string
  readonly id?: string | undefined
  readonly children: ComponentChildren
  readonly current?: boolean
  readonly class?: string
  readonly onFollow?: () => void
}

/** A link to a screen of the inspector, or to a record on it. */
export function Link({ screen, id, children, current, onFollow, ...rest }: LinkProps) {
  const { router } = useStore()
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    router.go(screen, id)
    onFollow?.()
  }
  return (
    <a
      class={rest.class}
      dir="auto"
      href={hrefOf(screen, id)}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  )
}
