import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { screens } from '../screens/all.ts'
import { useStore } from '../store/store.ts'

const togetherMs = 1200

/** Keys that lead to screens and to the search, unless one writes somewhere. */
export function useKeys(
  root: RefObject<HTMLElement | null>,
  { onHelp, onEscape }: { readonly onHelp: () => void; readonly onEscape: () => void },
): void {
  const { router, ownsPage } = useStore()
  const wasG = useRef(0)
  useEffect(() => {
    const target: EventTarget | null = ownsPage ? document : root.current
    const press = (event: Event) => {
      const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent
      if (key === 'Escape') onEscape()
      if (ctrlKey || metaKey || altKey || isWriting(event) || isAsked(root.current)) return
      const isSecond = Date.now() - wasG.current < togetherMs
      wasG.current = key === 'g' ? Date.now() : 0
      const screen = isSecond ? screens.find((one) => one.key === key) : undefined
      if (screen) router.go(screen.name)
      else if (key === '?') onHelp()
      else if (key === '/' && focusSearch(root.current)) event.preventDefault()
    }
    target?.addEventListener('keydown', press)
    return () => target?.removeEventListener('keydown', press)
  })
}

function isWriting(event: Event) {
  const target = event.composedPath()[0]
  return target instanceof HTMLElement && target.matches('input, select, textarea')
}

function isAsked(root: HTMLElement | null) {
  return root?.querySelector('dialog[open]') !== null
}

function focusSearch(root: HTMLElement | null) {
  const search = root?.querySelector<HTMLInputElement>('[data-search]')
  search?.focus()
  return search != null
}
