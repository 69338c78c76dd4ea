/**
 * The inspector as an element, for pages whose twin runs in the browser.
 *
 * @module connectif-sdk/mock/inspector
 */
import type { Mock } from '../mock.ts'
import { panelIn } from './panel.tsx'

/** The element `<connectif-inspector>`: looks at a twin of its own page, and steers it. */
export interface ConnectifInspector extends HTMLElement {
  /** The twin that is looked at; nothing is drawn while there is none. */
  mock: Mock | undefined
}

/**
 * Defines `<connectif-inspector>`, once a page; it is as large as the page makes it, 640 pixels
 * high by itself. No style of the page gets in, and none gets out.
 *
 * @param mock - what elements look at that are given no `mock` of their own
 * @returns the class of the element
 * @example
 * ```ts
 * defineInspector(mock)
 * document.body.append(document.createElement('connectif-inspector'))
 * ```
 */
export function defineInspector(mock?: Mock): new () => ConnectifInspector {
  shared = mock ?? shared
  const known = customElements.get(name) as (new () => ConnectifInspector) | undefined
  if (known) return known
  const made = elementClass()
  customElements.define(name, made)
  return made
}

declare global {
  interface HTMLElementTagNameMap {
    'connectif-inspector': ConnectifInspector
  }
}

const name = 'connectif-inspector'
let shared: Mock | undefined

/** Made when it is asked for: on a server there is no HTMLElement. */
function elementClass(): new () => ConnectifInspector {
  return class extends HTMLElement implements ConnectifInspector {
    #mock: Mock | undefined
    #close: (() => void) | undefined

    get mock(): Mock | undefined {
      return this.#mock ?? shared
    }

    set mock(mock: Mock | undefined) {
      this.#mock = mock
      if (this.isConnected) this.#draw()
    }

    connectedCallback(): void {
      // What was set before the element was defined hides the accessor.
      const early = Object.getOwnPropertyDescriptor(this, 'mock')
      if (early) {
        Reflect.deleteProperty(this, 'mock')
        this.#mock = early.value as Mock
      }
      this.#draw()
    }

    disconnectedCallback(): void {
      this.#close?.()
      this.#close = undefined
    }

    #draw() {
      this.#close?.()
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      this.#close = this.mock && panelIn(root, this.mock)
    }
  }
}
