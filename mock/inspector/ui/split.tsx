import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from './button.tsx'

/** A list, and beside it what was opened of it; where there is little room, in its place. */
export function Split(props: {
  readonly list: ComponentChildren
  readonly title: ComponentChildren
  /** What was opened; the list has all the room while nothing is. */
  readonly detail?: ComponentChildren
  readonly onClose: () => void
}) {
  const pane = useRef<HTMLElement>(null)
  const isOpen = props.detail !== undefined && props.detail !== false
  useEffect(() => {
    const top = pane.current?.getBoundingClientRect().top ?? 0
    if (top < 0) pane.current?.scrollIntoView()
  }, [isOpen])
  return (
    <div class={isOpen ? 'split open' : 'split'}>
      <div>{props.list}</div>
      {isOpen && (
        <section class="panel pane" ref={pane} aria-label="Details">
          <header>
            <h2>{props.title}</h2>
            <span class="push" />
            <Button look="quiet" icon="close" label="Close" onClick={props.onClose} />
          </header>
          <div class="inside stack">{props.detail}</div>
        </section>
      )}
    </div>
  )
}
