import { useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { save } from '../ui/save.ts'

/** Saves a file that the twin has. */
export function DownloadButton(props: {
  readonly path: string
  readonly name: string
  readonly children: string
}) {
  const store = useStore()
  const get = async () => save(props.name, await store.api.twin.file(props.path))
  return (
    <Button icon="imports" onClick={() => store.act(get)}>
      {props.children}
    </Button>
  )
}
