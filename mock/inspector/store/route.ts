import { type Signal, signal } from '@preact/signals'

/** What the page shows: a screen, and on it one record, if any. */
interface Route {
  readonly screen: string
  readonly id: string | undefined
}

/** Where the inspector is, and how it goes elsewhere. */
export interface Router {
  readonly route: Signal<Route>
  go(screen: string, id?: string): void
}

/** The link to a screen, or to a record on it. */
export function hrefOf(screen: string, id?: string): string {
  return id === undefined ? `#/${screen}` : `#/${screen}/${encodeURIComponent(id)}`
}

/** What a hash names; the overview where it names nothing. */
function routeOf(hash: string): Route {
  const [screen = '', id] = hash.replace(/^#\/?/, '').split('/', 2)
  return { screen: screen || 'overview', id: id === undefined ? undefined : decoded(id) }
}

/** Follows the address of the page, so that Back, reload and bookmarks work. */
export function pageRouter(): Router {
  const route = signal(routeOf(location.hash))
  addEventListener('hashchange', () => {
    route.value = routeOf(location.hash)
  })
  return {
    route,
    go(screen, id) {
      location.hash = hrefOf(screen, id)
    },
  }
}

/** Keeps to itself: the address belongs to the page that the element is in. */
export function ownRouter(): Router {
  const route = signal(routeOf(''))
  return {
    route,
    go(screen, id) {
      route.value = { screen, id }
    },
  }
}

function decoded(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
