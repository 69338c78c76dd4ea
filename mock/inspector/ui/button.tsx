import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** A button with words, a drawing, or both. */
export interface ButtonProps {
  readonly children?: ComponentChildren
  readonly icon?: IconName
  /** Needed where there are no words. */
  readonly label?: string
  readonly look?: 'primary' | 'danger' | 'quiet'
  readonly type?: 'button' | 'submit'
  readonly disabled?: boolean
  readonly onClick?: (event: MouseEvent) => void
}

/** What does something. */
export function Button({ children, icon, label, look, type, disabled, onClick }: ButtonProps) {
  const looks = ['button', look ?? '', children === undefined ? 'icon-only' : '']
  return (
    <button
      type={type ?? 'button'}
      class={looks.filter(Boolean).join(' ')}
      aria-label={label}
      title={children === undefined ? label : undefined}
      disabled={disabled ?? false}
      onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
