import type { Reply, RuleBroken } from '../client/shapes.ts'
import { Notice } from './blocks.tsx'

/** What is wrong with one field, in the API's words. */
export interface Violation {
  readonly path: string
  readonly reason: string
}

/** What is wrong with single fields. */
export function violationsIn({ body }: Reply): readonly Violation[] {
  return (body as { validationErrors?: Violation[] } | undefined)?.validationErrors ?? []
}

/** What the API refused, in its words and by its rule; nothing while it has refused nothing. */
export function Refusal({ reply }: { readonly reply: Reply | undefined }) {
  if (reply === undefined) return null
  const { detail } = (reply.body ?? {}) as { detail?: string }
  return (
    <Notice tone="bad">
      <strong>{reply.status}</strong> {detail}
      {violationsIn(reply).map(({ path, reason }) => (
        <div key={path}>
          <code>{path}</code> {reason}
        </div>
      ))}
      {reply.rule && (
        <div>
          <RuleSentence rule={reply.rule} />
        </div>
      )}
    </Notice>
  )
}

/** The sentence of a rule, with where it stands. */
export function RuleSentence({ rule }: { readonly rule: RuleBroken }) {
  return (
    <>
      {rule.sentence} <RuleSource {...rule} />
    </>
  )
}

/** The page that a rule rests on. */
export function RuleSource({ id, source }: { readonly id: string; readonly source: string }) {
  if (!/^https:/.test(source)) return <span class="muted">{id}, undocumented</span>
  return (
    <a href={source} target="_blank" rel="noreferrer" onClick={(event) => event.stopPropagation()}>
      {id}
    </a>
  )
}
