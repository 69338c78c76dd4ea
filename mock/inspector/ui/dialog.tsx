import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Button } from './button.tsx'
import { useSubmit } from './submit.ts'

/** A question, or a form, before all else. */
export interface DialogProps {
  readonly title: string
  readonly children: ComponentChildren
  /** What the button says that goes on. */
  readonly action: string
  readonly danger?: boolean
  /** Whether it cannot go on yet. */
  readonly disabled?: boolean
  /** Is not asked for again until what it gives is settled. */
  readonly onAction: () => unknown
  readonly onClose: () => void
}

/** The browser's own dialog: it keeps the focus, closes by Escape, and gives the focus back. */
export function Dialog(props: DialogProps) {
  const { title, children, action, danger, disabled, onAction, onClose } = props
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => element.current?.showModal(), [])
  return (
    <dialog ref={element} aria-labelledby={id} onClose={onClose}>
      <form onSubmit={useSubmit(onAction)}>
        <h2 id={id}>{title}</h2>
        {children}
        <div class="form-foot">
          <Button onClick={() => element.current?.close()}>Cancel</Button>
          <Button type="submit" look={danger ? 'danger' : 'primary'} disabled={disabled ?? false}>
            {action}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
