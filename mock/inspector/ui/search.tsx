import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'

/** What is looked for; `/` brings the focus here. */
export function Search(props: {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
}) {
  const [text, setText] = useState(props.value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const later = (value: string) => {
    setText(value)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => props.onValue(value), 150)
  }
  return (
    <div class="search">
      <Icon name="search" />
      <input
        type="search"
        data-search
        aria-label={props.label}
        placeholder={props.label}
        value={text}
        onInput={(event) => later(event.currentTarget.value)}
      />
      <kbd>/</kbd>
    </div>
  )
}
