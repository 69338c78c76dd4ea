import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answer } from '../call.ts'
import { control, limitOf, takesBytes } from '../control/control.ts'
import type { ControlAnswer, Files } from '../control/operation.ts'
import { type Asking, corsHeaders, mayAsk, originsFrom } from '../control/origin.ts'
import type { Mock } from '../mock.ts'
import type { Crash } from './crash.ts'
import { send } from './node-answer.ts'
import { crashing } from './node-crash.ts'
import { EventStreams } from './node-events.ts'
import { NodeInspector } from './node-inspector.ts'
import { packageFile } from './node-package.ts'
import { callOf, type Received, receive, type Target } from './node-request.ts'

const prefix = '/__twin'
const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
const files: Files = {
  // Beside the sources, not beside what is built from them.
  description: () => readFileSync(packageFile('mock/control/openapi.yaml'), 'utf8'),
}
const foreign = answer(403, {
  error: 'a page of another origin may not steer the twin, unless the option cors lists it',
})

/** Whether a path is one of the control API, and none of the vendor's. */
export function isControl(path: string): boolean {
  return path.startsWith(prefix) && (path.length === prefix.length || path[prefix.length] === '/')
}

/** The control API over HTTP, and the page that shows what it tells. */
export class NodeControl {
  readonly #mock: Mock
  readonly #cors: readonly string[]
  readonly #onCrash: (crash: Crash) => void
  readonly #inspector: NodeInspector
  readonly #streams: EventStreams

  constructor(
    mock: Mock,
    cors: readonly string[],
    onCrash: (crash: Crash) => void,
    inspector: NodeInspector = new NodeInspector(),
  ) {
    this.#mock = mock
    this.#cors = originsFrom(cors)
    this.#onCrash = onCrash
    this.#inspector = inspector
    this.#streams = new EventStreams(mock.journal)
  }

  /** Answers a request. */
  take(request: IncomingMessage, response: ServerResponse, target: Target): void {
    const asking = askingOf(request, target)
    const call = callOf(request, target)
    const reply = (answered: ControlAnswer) => this.#send(response, asking, answered)

    if (!mayAsk(asking, this.#cors)) {
      reply(foreign)
      return
    }
    const done = (received: Received) => {
      crashing(response, this.#onCrash, () => {
        const page = this.#inspector.answerTo(call)
        reply(page ?? control(this.#mock, { ...call, ...received }, files))
      })
    }
    receive(request, limitOf(call), done, !takesBytes(call))
  }

  /** Ends the streams. */
  close(): Promise<unknown> {
    return this.#streams.close()
  }

  #send(response: ServerResponse, asking: Asking, plain: ControlAnswer): void {
    const headers = { ...always, ...plain.headers, ...corsHeaders(asking, this.#cors) }
    const reply = { ...plain, headers }
    if (reply.events && asking.method === 'GET') this.#streams.open(response, reply)
    else send(response, reply)
  }
}

function askingOf({ method, headers }: IncomingMessage, { host }: Target): Asking {
  const preflight = method === 'OPTIONS' && 'access-control-request-method' in headers
  return { method: method as string, origin: headers.origin, host, preflight }
}
