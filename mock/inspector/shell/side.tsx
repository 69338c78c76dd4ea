import { groups, type Screen } from '../screens/all.ts'
import { countText } from '../store/format.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'

const themes = ['auto', 'light', 'dark'] as const
const themeWords = { auto: 'as the system has it', light: 'light', dark: 'dark' }

/** Where one can go. */
export function Side(props: {
  readonly current: string
  readonly onLeave: () => void
  readonly onReset: () => void
  readonly onKeys: () => void
}) {
  return (
    <div class="side" id="inspector-menu">
      <div class="brand">
        <Mark />
        Twin
        <small>Connectif API</small>
      </div>
      <nav aria-label="Screens">
        {groups.map(([title, screens]) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {screens.map((screen) => (
                <li key={screen.name}>
                  <Entry screen={screen} {...props} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div class="side-foot">
        <Button look="quiet" icon="reset" onClick={props.onReset}>
          Reset…
        </Button>
        <Button look="quiet" label="Keyboard shortcuts" onClick={props.onKeys}>
          <kbd>?</kbd>
        </Button>
        <ThemeButton />
      </div>
    </div>
  )
}

function Entry(props: { screen: Screen; current: string; onLeave: () => void }) {
  const store = useStore()
  const { name, title, counts } = props.screen
  const account = store.state.value?.accounts.find(({ id }) => id === store.account.value)
  const count = counts === undefined ? countBeside(name, store) : account?.[counts]
  return (
    <Link screen={name} current={name === props.current} onFollow={props.onLeave}>
      <Icon name={name} />
      {title}
      {typeof count === 'number' && count > 0 && <span class="count">{countText(count)}</span>}
    </Link>
  )
}

function countBeside(name: string, { state, snapshots }: ReturnType<typeof useStore>) {
  if (name === 'journal') return state.value?.journal.count
  if (name === 'faults') return state.value?.faults.length
  return name === 'snapshots' ? snapshots.value.length : undefined
}

function ThemeButton() {
  const { theme } = useStore()
  const next = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? 'auto'
  return (
    <Button
      look="quiet"
      icon={theme.value}
      label={`Colours: ${themeWords[theme.value]}`}
      onClick={() => {
        theme.value = next
      }}
    />
  )
}

/** Two figures, one the other's twin. */
function Mark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" fill="currentColor">
      <circle cx="7.2" cy="10" r="5.2" opacity="0.45" />
      <circle cx="12.8" cy="10" r="5.2" />
    </svg>
  )
}
