import type { ImportJob } from '../client/shapes.ts'
import { countText, momentText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { JobBadge } from '../ui/badge.tsx'
import { Facts } from '../ui/blocks.tsx'
import { RuleSource } from '../ui/rule-note.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { DownloadButton } from './download-button.tsx'
import { FailButton, isUnfinished } from './finish-button.tsx'

const shownLines = 100

/** How an import went, and each value that it refused, by its rule. */
export function ImportDetail({ job }: { readonly job: ImportJob }) {
  const { options, report } = job
  return (
    <>
      <Facts
        facts={[
          ['State', <JobBadge key="state" status={job.status} />],
          ['Records', countText(job.total)],
          ['Imported', countText(job.success)],
          ['Refused', countText(job.errors)],
          ['Delimiter', <code key="delimiter">{options.delimiter}</code>],
          ['Overwrites', wayOf(options)],
          ['Created', momentText(job.createdAt)],
          ['Finished', job.finishedAt && momentText(job.finishedAt)],
          ['Connectif id', <code key="id">{job.id}</code>],
        ]}
      />
      <div class="form-foot">
        {isUnfinished(job) && <FailButton id={job.id} />}
        {job.download && (
          <DownloadButton path={job.download} name={`import-${job.id}-errors.csv`}>
            Error report
          </DownloadButton>
        )}
      </div>
      {report.length > 0 && <Refused report={report} />}
    </>
  )
}

type Line = ImportJob['report'][number]

function Refused({ report }: Pick<ImportJob, 'report'>) {
  const sources = useSources()
  const columns: readonly Column<Line>[] = [
    { title: 'Line', width: '52px', isNumber: true, cell: ({ line }) => line },
    {
      title: 'Value',
      cell: ({ column, value }) => (
        <>
          <code>{column}</code> <bdi>{value}</bdi>
        </>
      ),
    },
    {
      title: 'Why',
      cell: ({ rule, reason }) => (
        <>
          {reason} <RuleSource id={rule} source={sources.get(rule) ?? ''} />
        </>
      ),
    },
  ]
  return (
    <>
      <h3>
        What was refused
        {report.length > shownLines && `, the first ${shownLines} of ${report.length}`}
      </h3>
      <div class="sheet">
        <Table
          label="What was refused"
          rows={report.slice(0, shownLines)}
          idOf={({ line, column }) => `${line} ${column}`}
          columns={columns}
        />
      </div>
    </>
  )
}

function useSources(): ReadonlyMap<string, string> {
  const { api } = useStore()
  const rules = useLoad('rules', api.rules).data?.rules ?? []
  return new Map(rules.map(({ id, source }) => [id, source]))
}

function wayOf({ overrideExisting, updateOnlyEmptyFields }: ImportJob['options']) {
  if (!overrideExisting) return 'nothing that exists'
  return updateOnlyEmptyFields ? 'only empty fields' : 'what exists'
}
