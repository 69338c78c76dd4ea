import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Button } from './button.tsx'

/** A question, or a form, before all else. */
export interface DialogProps {
  readonly title: string
  readonly children: ComponentChildren
  /** What the button says that goes on. */
  readonly action: string
  readonly danger?: boolean
  readonly isBusy?: boolean
  readonly wide?: boolean
  readonly onAction: () => void
  readonly onClose: () => void
}

/** The browser's own dialog: it keeps the focus, closes by Escape, and gives the focus back. */
export function Dialog(props: DialogProps) {
  const { title, children, action, danger, isBusy, wide, onAction, onClose } = props
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => element.current?.showModal(), [])
  const submit = (event: Event) => {
    event.preventDefault()
    onAction()
  }
  return (
    <dialog ref={element} class={wide ? 'wide' : ''} aria-labelledby={id} onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id={id}>{title}</h2>
        {children}
        <div class="form-foot">
          <Button onClick={() => element.current?.close()}>Cancel</Button>
          <Button type="submit" look={danger ? 'danger' : 'primary'} disabled={isBusy ?? false}>
            {action}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
