import { drop, isAnonymous, log, type Model } from './model.ts'
import { writing } from './model-exports.ts'
import { reading } from './model-imports.ts'
import { type ModelEvent, nextOf } from './model-jobs.ts'

const lifetime = 90 * 86_400_000

/** Time passes, and what falls due happens, each at its own moment. */
export function advance(model: Model, milliseconds: number): void {
  const until = model.now + milliseconds
  for (;;) {
    const next = nextEvent(model)
    if (next === undefined || next.at > until) break
    model.now = next.at
    next.happens()
  }
  model.now = until
}

/** Of what happens at the same moment, imports come first, then exports, and purges last. */
function nextEvent(model: Model): ModelEvent | undefined {
  const { imports, exports } = model
  const events = [
    nextOf(model, imports, reading),
    nextOf(model, exports, writing),
    nextPurge(model),
  ]
  return events
    .filter((event) => event !== undefined)
    .sort((a, b) => a.at - b.at)
    .at(0)
}

function nextPurge(model: Model): ModelEvent | undefined {
  const [contact] = model.contacts
    .filter(isAnonymous)
    .sort((a, b) => a.active[0] - b.active[0] || a.active[1] - b.active[1])
  if (contact === undefined) return undefined
  const purge = () => {
    drop(model, contact)
    log(model, 'contact-purged', contact, 'system')
  }
  return { at: contact.active[0] + lifetime, happens: purge }
}
