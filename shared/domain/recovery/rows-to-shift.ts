import type { TimelineEntry } from '#shared/model/timeline.ts'

type Row = Pick<TimelineEntry, 'id' | 'status' | 'planned'>

/** "This and all later open rows": the entry itself and every open entry whose typical day is the same or later. Reached rows never move. */
export function rowsToShift<Entry extends Row>(entries: readonly Entry[], fromId: Row['id']): readonly Entry[] {
  const first = entries.find(({ id }) => id === fromId)
  if (first === undefined || first.status !== 'open' || first.planned === 'no-date') return []
  const start = first.planned.on
  return entries.filter(({ status, planned }) => status === 'open' && planned !== 'no-date' && planned.on >= start)
}
