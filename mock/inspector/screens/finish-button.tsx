import { useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'

/** Whether an import or an export has not ended. */
export function isUnfinished({ status }: { readonly status: string }): boolean {
  return status === 'queued' || status === 'inProgress'
}

/** Ends what goes on, without letting time pass. */
export function FinishButton({ jobs }: { readonly jobs: readonly { readonly status: string }[] }) {
  const store = useStore()
  if (!jobs.some(isUnfinished)) return null
  const finish = () => store.api.finishJobs(store.account.value as string)
  return (
    <Button icon="check" onClick={() => store.act(finish, 'All imports and exports have ended.')}>
      Finish now
    </Button>
  )
}

/** Ends an import or an export as if the vendor had failed. */
export function FailButton({ id }: { readonly id: string }) {
  const store = useStore()
  const fail = () => store.api.failJob(store.account.value as string, id)
  return (
    <Button look="danger" onClick={() => store.act(fail, 'It ended in an error.')}>
      End in an error
    </Button>
  )
}
