import { useRef } from 'preact/hooks'

/**
 * Sends a form once, however often one asks for it meanwhile: the second click of a double click,
 * or Enter held down, is not heard.
 */
export function useSubmit(send: () => unknown): (event: Event) => Promise<void> {
  // Not a state: the next click can come before anything is drawn anew.
  const isSending = useRef(false)
  return async (event) => {
    event.preventDefault()
    if (isSending.current) return
    isSending.current = true
    try {
      await send()
    } finally {
      isSending.current = false
    }
  }
}
