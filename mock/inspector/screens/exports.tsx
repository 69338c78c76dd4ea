import { useState } from 'preact/hooks'
import type { ExportJob } from '../client/shapes.ts'
import { countOf, countText, momentText, valueText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { JobBadge } from '../ui/badge.tsx'
import { Empty, Facts, Head } from '../ui/blocks.tsx'
import { Button } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { List, pageSize } from '../ui/list.tsx'
import { Split } from '../ui/split.tsx'
import type { Column } from '../ui/table.tsx'
import { DownloadButton } from './download-button.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { FailButton, FinishButton, isUnfinished } from './finish-button.tsx'

const columns: readonly Column<ExportJob>[] = [
  {
    title: 'Export',
    cell: ({ id, exportType }) => (
      <Link screen="exports" id={id} class="one-line">
        {exportType} <span class="mono muted">{id}</span>
      </Link>
    ),
  },
  { title: 'State', width: '116px', cell: ({ status }) => <JobBadge status={status} /> },
  {
    title: 'Records',
    width: '88px',
    isNumber: true,
    cell: ({ progress, total }) => `${countText(progress)}/${countText(total)}`,
  },
  {
    title: 'Created',
    wideOnly: true,
    cell: ({ createdAt }) => <span class="one-line muted">{momentText(createdAt)}</span>,
  },
]

/** The exports of the account, with their files. */
export function ExportsScreen() {
  const { api, account, router } = useStore()
  const id = account.value as string
  const chosen = router.route.value.id
  const [offset, setOffset] = useState(0)
  const query = { offset, limit: pageSize }
  const loaded = useLoad(JSON.stringify([id, query]), () => api.exports(id, query))
  const open = loaded.data?.items.find((one) => one.id === chosen)
  return (
    <>
      <Head title="Exports" count={loaded.data && countOf(loaded.data.total, 'export')}>
        <FinishButton jobs={loaded.data?.items ?? []} />
        <ExportButton />
      </Head>
      <Split
        title={open && `Export of ${open.exportType}`}
        onClose={() => router.go('exports')}
        detail={open && <ExportDetail job={open} />}
        list={
          <List
            label="Exports"
            screen="exports"
            chosen={chosen}
            loaded={loaded}
            columns={open ? columns.slice(0, 3) : columns}
            onOffset={setOffset}
            empty={
              <Empty icon="exports" title="No exports yet">
                Export contacts here, or any export with <code>connectif.exports.create</code>.
              </Empty>
            }
          />
        }
      />
    </>
  )
}

function ExportButton() {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button look="primary" icon="plus" onClick={() => setAsking(true)}>
        Export contacts…
      </Button>
      {isAsking && <ExportDialog onClose={() => setAsking(false)} />}
    </>
  )
}

function ExportDetail({ job }: { readonly job: ExportJob }) {
  return (
    <>
      <Facts
        facts={[
          ['State', <JobBadge key="state" status={job.status} />],
          ['Records', countText(job.total)],
          ['Written', countText(job.progress)],
          ['Filters', job.filters && <code key="filters">{valueText(job.filters)}</code>],
          ['Dates', job.dateFormat],
          ['Delimiter', <code key="delimiter">{job.delimiter}</code>],
          ['Created', momentText(job.createdAt)],
          ['Finished', job.finishedAt && momentText(job.finishedAt)],
          ['Connectif id', <code key="id">{job.id}</code>],
        ]}
      />
      <div class="form-foot">
        {isUnfinished(job) && <FailButton id={job.id} />}
        {job.download && (
          <DownloadButton path={job.download} name={`export-${job.id}.zip`}>
            Download
          </DownloadButton>
        )}
      </div>
    </>
  )
}
