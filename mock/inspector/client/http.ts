import type { JournalEntry } from '../../journal.ts'
import type { Twin } from './twin.ts'

/** The twin that serves this page. */
export function servedTwin(origin: string = location.origin): Twin {
  return {
    origin,
    async ask({ method, path, body }) {
      const response = await fetch(origin + path, {
        method,
        ...(body && { headers: { 'content-type': body.type }, body: body.data }),
      })
      return { status: response.status, text: await response.text() }
    },
    follow(follower) {
      const events = new EventSource(`${origin}/__twin/journal/events`)
      events.onopen = () => follower.live(true)
      events.onerror = () => follower.live(false)
      events.onmessage = ({ data }) => follower.call(JSON.parse(data) as JournalEntry)
      return () => events.close()
    },
    async file(path) {
      const response = await fetch(origin + path)
      if (response.ok) return response.blob()
      throw new Error(`The file is not to be had any more: ${response.status}.`)
    },
  }
}
