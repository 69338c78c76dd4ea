import { useEffect, useRef } from 'preact/hooks'
import { screens } from '../screens/all.ts'
import { Button } from '../ui/button.tsx'

/** What the keys do. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => element.current?.showModal(), [])
  return (
    <dialog ref={element} aria-label="Keyboard shortcuts" onClose={onClose}>
      <div>
        <h2>Keyboard shortcuts</h2>
        <dl class="facts">
          <Keys keys={['/']} does="Search" />
          <Keys keys={['?']} does="These shortcuts" />
          {screens.map(({ key, title }) => (
            <Keys key={key} keys={['g', key]} does={title} />
          ))}
        </dl>
        <div class="form-foot">
          <Button onClick={() => element.current?.close()}>Close</Button>
        </div>
      </div>
    </dialog>
  )
}

function Keys({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <>
            <kbd>{key}</kbd>{' '}
          </>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  )
}
