import type { Entry } from '../client/shapes.ts'
import { curlOf } from '../store/curl.ts'
import { momentText, pretty, tookText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { sdkCallOf } from '../store/sdk-call.ts'
import { useStore } from '../store/store.ts'
import { Badge, GradeBadge, Status } from '../ui/badge.tsx'
import { Code, Facts, Notice } from '../ui/blocks.tsx'
import { Copy } from '../ui/copy.tsx'
import { RuleSource } from '../ui/rule-note.tsx'

interface CallProps {
  readonly entry: Entry
}

/** A call: what was asked, what was answered, why, and how to make it again. */
export function CallDetail({ entry }: CallProps) {
  return (
    <>
      <p class="mono">
        <b>{entry.method}</b> {entry.path}
      </p>
      <Facts
        facts={[
          ['Status', <Status key="status" status={entry.status} />],
          ['Fault', entry.fault && <Badge tone="bad">{entry.fault}</Badge>],
          ['Operation', entry.operation && <code>{entry.operation}</code>],
          ['Account', entry.account],
          ['Made', entry.byHand ? 'by hand, without key, limits and faults' : ''],
          ['At', momentText(entry.at)],
          ['Took', tookText(entry.duration)],
        ]}
      />
      {entry.rule && <BrokenRule id={entry.rule} />}
      {entry.requestBody && (
        <>
          <h3>Request</h3>
          <Code label="Body of the request">{pretty(entry.requestBody)}</Code>
        </>
      )}
      <h3>Answer</h3>
      {entry.body ? (
        <Code label="Body of the answer">{pretty(entry.body)}</Code>
      ) : (
        <p class="muted">Without a body.</p>
      )}
      <MakeAgain entry={entry} />
    </>
  )
}

function MakeAgain({ entry }: CallProps) {
  const curl = curlOf(entry, useStore().api.twin.origin)
  const sdk = sdkCallOf(entry)
  return (
    <>
      <h3>Make it again</h3>
      <Code label="The curl line">{curl}</Code>
      <div class="form-foot">
        <Copy text={curl}>Copy curl line</Copy>
        {sdk && <Copy text={sdk}>Copy as SDK call</Copy>}
      </div>
      {sdk && <Code label="The SDK call">{sdk}</Code>}
    </>
  )
}

function BrokenRule({ id }: { readonly id: string }) {
  const { api } = useStore()
  const rule = useLoad('rules', api.rules).data?.rules.find((one) => one.id === id)
  if (rule === undefined) return null
  return (
    <Notice tone="warn">
      {rule.says} <RuleSource id={id} source={rule.source} /> <GradeBadge grade={rule.grade} />
    </Notice>
  )
}
