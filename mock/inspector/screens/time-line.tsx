import type { Activity } from '../../state/activities.ts'
import { momentText, valueText } from '../store/format.ts'

const words: Readonly<Record<Activity['type'], string>> = {
  'contact-created': 'Created',
  'contact-updated': 'Updated',
  'contact-merged': 'Merged with another contact',
  'contact-deleted': 'Deleted',
  'contact-purged': 'Purged',
  'page-view': 'Page view',
  purchase: 'Purchase',
  'custom-event': 'Custom event',
}

/** What happened, the latest first. */
export function TimeLine({ activities }: { readonly activities: readonly Activity[] }) {
  if (activities.length === 0) return <p class="muted">Nothing has happened yet.</p>
  return (
    <ol class="timeline">
      {activities.map((activity, at) => (
        <li key={`${activity.at} ${at}`}>
          <span>
            {words[activity.type]} <span class="muted">by {activity.origin}</span>
          </span>
          <time class="muted small" dateTime={new Date(activity.at).toISOString()}>
            {momentText(activity.at)}
          </time>
          {(activity.subject ?? activity.data) !== undefined && (
            <p class="mono small muted">
              {[activity.subject, activity.data && valueText(activity.data)]
                .filter(Boolean)
                .join(' ')}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
