import type { ComponentChildren } from 'preact'
import type { Grade } from '../../rules/rule.ts'

/** What a badge means, by its colour too; the words say it as well. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'plain'

/** A short word on how something is. */
export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>
}

/** The tone of an HTTP status. */
function toneOf(status: number): Tone {
  if (status < 300) return 'good'
  if (status < 400) return 'info'
  return status < 500 ? 'warn' : 'bad'
}

/** An HTTP status. */
export function Status({ status }: { readonly status: number }) {
  return <Badge tone={toneOf(status)}>{status === 0 ? 'no answer' : status}</Badge>
}

const grades: Record<Grade, Tone> = { documented: 'good', observed: 'info', assumed: 'warn' }

/** How sure a rule is. */
export function GradeBadge({ grade }: { readonly grade: Grade }) {
  return <Badge tone={grades[grade]}>{grade}</Badge>
}

const jobs: Readonly<Record<string, readonly [Tone, string]>> = {
  queued: ['plain', 'queued'],
  inProgress: ['info', 'in progress'],
  finished: ['good', 'finished'],
  error: ['bad', 'error'],
  cancelled: ['warn', 'cancelled'],
}

/** How far an import or an export is. */
export function JobBadge({ status }: { readonly status: string }) {
  const [tone, words] = jobs[status] ?? ['plain', status]
  return <Badge tone={tone}>{words}</Badge>
}
