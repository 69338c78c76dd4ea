import { render } from 'preact'
import { App } from './app.tsx'
import { servedTwin } from './client/http.ts'
import { pageRouter } from './store/route.ts'
import { Store } from './store/store.ts'

const store = new Store(servedTwin(), pageRouter(), true)

render(<App store={store} />, document.body)
