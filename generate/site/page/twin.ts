import * as mock from '../../../mock/index.ts'
import * as sdk from '../../../sdk/index.ts'

/** The modules of one run. A client without a `fetch` of its own calls a twin, not the real API. */
function modules() {
  const twin = mock.createMock()

  class Connectif extends sdk.Connectif {
    constructor(options: sdk.ConnectifOptions) {
      super({ fetch: twin.fetch, ...options })
    }
  }

  return { 'connectif-sdk': { ...sdk, Connectif }, 'connectif-sdk/mock': mock }
}

Object.assign(globalThis, { connectifModules: modules })
