import { useEffect, useState } from 'preact/hooks'
import type { ClockState } from '../client/shapes.ts'
import { momentText } from '../store/format.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'

/** What holds for all screens: the account, the time, and whether the journal is live. */
export function Top(props: { readonly isMenuOpen: boolean; readonly onMenu: () => void }) {
  const { state, isLive } = useStore()
  const clock = state.value?.clock
  return (
    <header class="top">
      <span class="menu-button">
        <Button
          look="quiet"
          icon={props.isMenuOpen ? 'close' : 'menu'}
          label="Menu"
          onClick={props.onMenu}
        />
      </span>
      <AccountChoice />
      <span class="push" />
      {clock && <Now clock={clock} />}
      <span class="live badge plain" title="Calls appear here as they are made">
        <i class={`dot ${isLive.value ? 'on' : 'off'}`} />
        <span class="word">{isLive.value ? 'Live' : 'Not connected'}</span>
      </span>
    </header>
  )
}

function AccountChoice() {
  const { state, account, wanted } = useStore()
  const ids = state.value?.accounts.map(({ id }) => id) ?? []
  if (account.value === undefined) return <span class="account">No account is open</span>
  if (ids.length === 1) {
    return (
      <span class="account">
        <span class="label">Account</span> <strong>{nameOf(account.value)}</strong>
      </span>
    )
  }
  return (
    <span class="account">
      <span class="label">Account</span>
      <Select
        label="Account"
        value={account.value}
        options={ids.map((id) => [id, nameOf(id)] as const)}
        onValue={(id) => {
          wanted.value = id
        }}
      />
    </span>
  )
}

function Now({ clock }: { readonly clock: ClockState }) {
  const now = useNow(clock)
  return (
    <Link screen="clock" class="now">
      <Icon name={clock.frozen ? 'pause' : 'clock'} />
      <span class="unseen">Time of the twin:</span>
      <time dateTime={now}>{momentText(now)}</time>
      {clock.frozen && <span class="muted frozen">frozen</span>}
    </Link>
  )
}

/** The time of the twin, which goes on by itself unless it stands still. */
export function useNow({ now, frozen }: ClockState): string {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    setPassed(0)
    if (frozen) return undefined
    const start = Date.now()
    const timer = setInterval(() => setPassed(Date.now() - start), 1000)
    return () => clearInterval(timer)
  }, [now, frozen])
  return new Date(Date.parse(now) + passed).toISOString()
}

/** The account that no key has opened yet has no name. */
function nameOf(id: string) {
  return id === 'unclaimed:' ? 'not yet claimed by a key' : id
}
