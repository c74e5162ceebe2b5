import { compareDays } from '#shared/kernel/plain-date.ts'
import type { TimelineEntry } from '#shared/model/timeline.ts'

type Candidate = Pick<TimelineEntry, 'kind' | 'status' | 'planned' | 'position'>

/** The milestone a case waits for: of the open ones with dates the one with the earliest typical day, so that late ones come first. */
export function nextEntry<Entry extends Candidate>(entries: readonly Entry[]): Entry | 'none' {
  const open = entries.flatMap(entry => (entry.kind === 'milestone' && entry.status === 'open' && entry.planned !== 'no-date' ? [{ entry, on: entry.planned.on }] : []))
  return open.toSorted((a, b) => compareDays(a.on, b.on) || a.entry.position - b.entry.position)[0]?.entry ?? 'none'
}
