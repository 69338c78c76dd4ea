import { useEffect } from 'preact/hooks'
import { useStore } from '../store/store.ts'

const shownMs = 5000

/** What was done, or why not; gone after a while. */
export function Toasts() {
  const { toast } = useStore()
  const text = toast.value
  useEffect(() => {
    if (text === undefined) return undefined
    const timer = setTimeout(() => {
      toast.value = undefined
    }, shownMs)
    return () => clearTimeout(timer)
  }, [text, toast])
  return (
    <div class="toasts" role="status">
      {text !== undefined && <div>{text}</div>}
    </div>
  )
}
