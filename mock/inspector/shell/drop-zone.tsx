import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useStore } from '../store/store.ts'
import { ImportDialog } from './import-dialog.tsx'

/** Takes a file that is dropped anywhere, and asks how to import it. */
export function DropZone({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const { dropped } = useStore()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const target = root.current
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!target?.contains(event.relatedTarget as Node | null)) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file === undefined) return
      event.preventDefault()
      dropped.value = file
    }
    target?.addEventListener('dragover', over)
    target?.addEventListener('dragleave', leave)
    target?.addEventListener('drop', drop)
    return () => {
      target?.removeEventListener('dragover', over)
      target?.removeEventListener('dragleave', leave)
      target?.removeEventListener('drop', drop)
    }
  }, [root, dropped])
  const file = dropped.value
  return (
    <>
      {isOver && <div class="drop-here">Drop a CSV file to import it</div>}
      {file && <ImportDialog key={file.name + file.size} file={file} />}
    </>
  )
}
