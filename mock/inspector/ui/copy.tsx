import { useStore } from '../store/store.ts'
import { Button } from './button.tsx'

/** Copies a text. */
export function Copy({ text, children }: { readonly text: string; readonly children: string }) {
  const { toast } = useStore()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast.value = 'Copied.'
    } catch {
      toast.value = 'The browser does not let this page copy.'
    }
  }
  return (
    <Button icon="copy" onClick={copy}>
      {children}
    </Button>
  )
}
