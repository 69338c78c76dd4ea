import type { BrowserContext, ConsoleMessage, Request, Response } from 'playwright-core'

/** Collects what goes wrong in the pages of a context. */
export class Flaws {
  readonly #found: string[] = []
  readonly #expected: RegExp[] = []

  /** What went wrong, in words, without what was expected. */
  get found(): readonly string[] {
    return this.#found.filter((flaw) => !this.#expected.some((one) => one.test(flaw)))
  }

  /** Takes what fits as what the test is about: it no longer fails. */
  expect(flaw: RegExp): void {
    this.#expected.push(flaw)
  }

  /** Hears of the pages of a context, those too that are opened later. */
  async watch(context: BrowserContext): Promise<void> {
    context.on('console', (message) => this.#console(message))
    context.on('weberror', (thrown) => this.#add('not caught', String(thrown.error())))
    context.on('requestfailed', (request) => this.#failed(request))
    context.on('response', (response) => this.#answered(response))
    await context.addInitScript(reportViolations)
  }

  #console(message: ConsoleMessage) {
    // Chromium prints every status from 400 on; those that matter are heard of elsewhere.
    const isStatus = message.text().startsWith('Failed to load resource: the server responded')
    if (message.type() === 'error' && !isStatus) this.#add('printed', message.text())
  }

  #failed(request: Request) {
    const { errorText = 'failed' } = request.failure() ?? {}
    // What the page itself gave up.
    if (errorText !== 'net::ERR_ABORTED') this.#add(errorText, request.url())
  }

  /** What a script asks for may be refused; a file of the page may not be missing. */
  #answered(response: Response) {
    const isFile = !['fetch', 'xhr', 'eventsource'].includes(response.request().resourceType())
    if (isFile && response.status() >= 400) this.#add(String(response.status()), response.url())
  }

  #add(kind: string, what: string) {
    this.#found.push(`${kind}: ${what}`)
  }
}

/** Runs in each page before its own scripts. */
function reportViolations() {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`content security policy: ${violatedDirective} stopped ${blockedURI}`)
  })
}
