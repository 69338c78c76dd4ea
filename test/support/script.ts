import { createMock } from '../../mock/index.ts'
import { ask, callOf, type Reply } from './ask.ts'
import { contactsAndPurchases } from './script-contacts.ts'
import { fieldsAndEvents } from './script-events.ts'
import { files } from './script-files.ts'
import { keysAndLimits } from './script-keys.ts'
import type { Ask, Scene } from './script-scene.ts'
import { timeAndTracking } from './script-time.ts'

/** Every operation, every rule: each scene in its order, on a twin of its own. */
export const scenes: Readonly<Record<string, Scene>> = {
  contactsAndPurchases,
  fieldsAndEvents,
  timeAndTracking,
  keysAndLimits,
  files,
}

/** The calls of a scene. */
export function callsOf({ steps }: Scene): Ask[] {
  return steps.filter((step) => 'line' in step)
}

/** The answers to a scene, from a new twin that is asked without a carrier. */
export function played({ options, steps }: Scene): Reply[] {
  const mock = createMock(options)
  const replies: Reply[] = []
  for (const step of steps) {
    if ('line' in step) {
      replies.push(ask(mock, step.line, step.body, { headers: headersOf(step) }))
    } else step.happens(mock)
  }
  return replies
}

/** The answers to all scenes. */
export function runScript(): Reply[] {
  return Object.values(scenes).flatMap(played)
}

/** The headers that a call is sent with. */
export function headersOf({ line, headers }: Ask): Readonly<Record<string, string>> {
  const lines = Object.entries({ ...callOf(line).headers, ...headers })
  return Object.fromEntries(lines.filter((pair): pair is [string, string] => pair[1] !== null))
}
