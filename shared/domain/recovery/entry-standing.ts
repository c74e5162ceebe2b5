import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { Standing } from '#shared/model/recovery.ts'
import type { TimelineEntry } from '#shared/model/timeline.ts'

export type StandingFacts = Pick<TimelineEntry, 'kind' | 'status' | 'planned' | 'reachedOn' | 'rule' | 'country'>

/**
 * How an entry stands against its current plan at the end of `today`.
 *
 * A milestone is due on each day of its window and late from the day after its last. One reached before the window's first day is early,
 * after its last day late. Watch windows and precautions begin and end and are never reached, missed or late. UK figures (stays are longer
 * there) raise no early or late: they are past their reference. An entry without dates waits for its rule's clock or for a date.
 */
export function entryStanding(entry: StandingFacts, today: PlainDate): Standing {
  if (entry.status === 'not-applicable') return { kind: 'not-applicable' }
  if (entry.kind !== 'milestone') return spanStanding(entry, today)
  if (entry.status === 'missed') return { kind: 'missed' }
  if (entry.status === 'reached') return reachedStanding(entry)
  if (entry.planned === 'no-date') return dateless(entry)
  const { from, to } = entry.planned
  if (today < from) return { kind: 'upcoming', days: daysBetween(today, from) }
  if (today <= to) return { kind: 'due', daysLeft: daysBetween(today, to) }
  const days = daysBetween(to, today)
  return entry.country === 'UK' ? { kind: 'past-reference', days } : { kind: 'late', days }
}

function spanStanding({ planned, ...entry }: StandingFacts, today: PlainDate): Standing {
  if (planned === 'no-date') return dateless(entry)
  if (today < planned.from) return { kind: 'begins', days: daysBetween(today, planned.from) }
  if (today <= planned.to) return { kind: 'in-force', daysLeft: daysBetween(today, planned.to) }
  return { kind: 'ended', days: daysBetween(planned.to, today) }
}

function reachedStanding({ planned, reachedOn, country }: StandingFacts): Standing {
  if (planned === 'no-date' || reachedOn === 'not-reached' || country === 'UK') return { kind: 'reached-uncompared' }
  if (reachedOn < planned.from) return { kind: 'reached', variance: 'early', days: daysBetween(reachedOn, planned.from) }
  if (reachedOn > planned.to) return { kind: 'reached', variance: 'late', days: daysBetween(planned.to, reachedOn) }
  return { kind: 'reached', variance: 'on-time', days: 0 }
}

const dateless = ({ rule }: Pick<StandingFacts, 'rule'>): Standing => ({ kind: rule === 'none' ? 'no-date' : 'no-clock' })
