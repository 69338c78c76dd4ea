import { useEffect, useRef, useState } from 'preact/hooks'
import { screens } from './screens/all.ts'
import { DropZone } from './shell/drop-zone.tsx'
import { NoAccount } from './shell/no-account.tsx'
import { ResetDialog } from './shell/reset-dialog.tsx'
import { ShortcutsDialog } from './shell/shortcuts-dialog.tsx'
import { Side } from './shell/side.tsx'
import { Toasts } from './shell/toasts.tsx'
import { Top } from './shell/top.tsx'
import { useKeys } from './shell/use-keys.ts'
import { type Store, StoreProvider } from './store/store.ts'
import { Notice } from './ui/blocks.tsx'

/** The inspector. */
export function App({ store }: { readonly store: Store }) {
  useEffect(() => store.start(), [store])
  return (
    <StoreProvider value={store}>
      <Frame store={store} />
    </StoreProvider>
  )
}

function Frame({ store }: { readonly store: Store }) {
  const root = useRef<HTMLDivElement>(null)
  const [isMenuOpen, openMenu] = useState(false)
  const [asked, ask] = useState<'reset' | 'keys'>()
  const { screen } = store.router.route.value
  const theme = store.theme.value
  useKeys(root, { onHelp: () => ask('keys'), onEscape: () => openMenu(false) })

  return (
    <div class="ci-root" ref={root} data-theme={theme === 'auto' ? undefined : theme}>
      <div class={isMenuOpen ? 'app menu' : 'app'}>
        <Side
          current={screen}
          onLeave={() => openMenu(false)}
          onReset={() => ask('reset')}
          onKeys={() => ask('keys')}
        />
        {isMenuOpen && (
          <button class="veil" type="button" tabIndex={-1} onClick={() => openMenu(false)}>
            <span class="unseen">Close the menu</span>
          </button>
        )}
        <div class="body">
          <Top isMenuOpen={isMenuOpen} onMenu={() => openMenu(!isMenuOpen)} />
          <Content key={screen} store={store} screen={screen} />
        </div>
      </div>
      <DropZone root={root} />
      <Toasts />
      {asked === 'reset' && <ResetDialog onClose={() => ask(undefined)} />}
      {asked === 'keys' && <ShortcutsDialog onClose={() => ask(undefined)} />}
    </div>
  )
}

function Content({ store, screen }: { readonly store: Store; readonly screen: string }) {
  const found = screens.find(({ name }) => name === screen) ?? screens[0]
  const trouble = store.trouble.value
  const isKnown = store.state.value !== undefined
  const View = found?.view
  const account = found?.ofAccount && store.account.value
  const needsAccount = found?.ofAccount && account === undefined
  return (
    <main tabIndex={-1}>
      {trouble !== undefined && <Notice tone="bad">The twin does not answer: {trouble}</Notice>}
      {isKnown && needsAccount && <NoAccount />}
      {isKnown && !needsAccount && View && <View key={account} />}
    </main>
  )
}
