/// <reference path="./styles/css.d.ts" />
import { render } from 'preact'
import type { Mock } from '../mock.ts'
import { App } from './app.tsx'
import { twinInProcess } from './client/in-process.ts'
import { ownRouter } from './store/route.ts'
import { Store } from './store/store.ts'
import css from './styles/main.css'

let sheet: CSSStyleSheet | undefined

/** Draws the inspector of a twin into a shadow tree. Returns the function that ends it. */
export function panelIn(root: ShadowRoot, mock: Mock): () => void {
  root.adoptedStyleSheets = [sheetOfCss()]
  const store = new Store(twinInProcess(mock), ownRouter(), false)
  render(<App store={store} />, root)
  return () => render(null, root)
}

function sheetOfCss() {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
  }
  return sheet
}
