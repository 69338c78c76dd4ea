import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** The head of a screen: its name, how much there is, and what can be done. */
export function Head(props: {
  readonly title: string
  readonly count?: string | undefined
  readonly children?: ComponentChildren
}) {
  return (
    <div class="head">
      <h1>{props.title}</h1>
      {props.count !== undefined && <span class="count">{props.count}</span>}
      {props.children && <div class="actions">{props.children}</div>}
    </div>
  )
}

/** A part of a screen with a name. */
export function Panel(props: {
  readonly title: string
  readonly aside?: ComponentChildren
  readonly children: ComponentChildren
  readonly bare?: boolean
}) {
  return (
    <section class="panel" aria-label={props.title}>
      <header>
        <h2>{props.title}</h2>
        {props.aside}
      </header>
      {props.bare ? props.children : <div class="inside">{props.children}</div>}
    </section>
  )
}

/** What stands where there is nothing, and says what to do. */
export function Empty(props: {
  readonly icon: IconName
  readonly title: string
  readonly children: ComponentChildren
}) {
  return (
    <div class="empty">
      <Icon name={props.icon} />
      <h2>{props.title}</h2>
      <p>{props.children}</p>
    </div>
  )
}

/** Something to know before going on. */
export function Notice(props: {
  readonly tone?: 'warn' | 'bad'
  readonly children: ComponentChildren
}) {
  return (
    <div class={`notice ${props.tone ?? ''}`} role={props.tone === 'bad' ? 'alert' : undefined}>
      <Icon name={props.tone === undefined ? 'info' : 'warn'} />
      <div>{props.children}</div>
    </div>
  )
}

/** Code or data, as it is. */
export function Code({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <section aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <pre class="code" tabIndex={0}>
        {children}
      </pre>
    </section>
  )
}

/** Names with values. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [string, ComponentChildren])[]
}) {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .flatMap(([name, value]) => [
          <dt key={`${name}-name`}>{name}</dt>,
          <dd key={name} dir="auto">
            {value}
          </dd>,
        ])}
    </dl>
  )
}
