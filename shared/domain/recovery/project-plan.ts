import { daysBetween, laterOf, plusDays, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { TimelineEntryId } from '#shared/model/ids.ts'
import type { TimelineEntry, Window } from '#shared/model/timeline.ts'
import { inLinkOrder } from './in-link-order.ts'
import { lagDays, type MilestoneLink } from './milestone-link.ts'
import { shiftWindow } from './shift-window.ts'

export type PlannedEntry = Pick<TimelineEntry, 'id' | 'kind' | 'status' | 'planned' | 'reachedOn' | 'country'>

/** What an open entry would become if nobody re-planned. `days`: later than planned, 0 when the plan holds. */
export interface Projection {
  readonly window: Exclude<Window, 'no-date'>
  readonly days: number
  /** `day-passed`: its day is over and it was not reached. Otherwise the entry it waits for, or nothing. */
  readonly because: 'as-planned' | 'day-passed' | { readonly waitsFor: TimelineEntryId }
}

/**
 * What the open, dated entries of a case would become as things stand at the beginning of `today`.
 *
 * A milestone whose typical day has passed can happen today at the earliest; what waits for another entry happens no sooner than that one's
 * day (reached or projected) and the lag of the link. Nothing becomes earlier than planned: that is a decision of people. Windows keep their length. Entries
 * that were reached, missed or do not apply never move; what waited for a missed or not applicable one waits no longer. UK figures (stays are
 * longer there) push nothing by passing. Calendar days only, so the answer is the same in every time zone.
 */
export function projectPlan(entries: readonly PlannedEntry[], links: readonly MilestoneLink[], today: PlainDate): ReadonlyMap<TimelineEntryId, Projection> {
  const projections = new Map<TimelineEntryId, Projection>()
  const reached = new Map(entries.flatMap(({ id, status, reachedOn }) => (status === 'reached' && reachedOn !== 'not-reached' ? [[id, reachedOn] as const] : [])))
  const before = Map.groupBy(links, ({ afterId }) => afterId)
  for (const entry of inLinkOrder(entries, links)) {
    if (entry.status !== 'open' || entry.planned === 'no-date') continue
    const { on } = entry.planned
    const passed = entry.kind === 'milestone' && entry.country !== 'UK' && on < today
    let earliest: { on: PlainDate; because: Projection['because'] } = passed ? { on: today, because: 'day-passed' } : { on, because: 'as-planned' }
    for (const link of before.get(entry.id) ?? []) {
      const from = reached.get(link.beforeId) ?? projections.get(link.beforeId)?.window.on
      const free = from === undefined ? earliest.on : plusDays(from, lagDays(link.lag))
      if (free > earliest.on) earliest = { on: free, because: { waitsFor: link.beforeId } }
    }
    projections.set(entry.id, projectionOf(entry.planned, earliest))
  }
  return projections
}

function projectionOf(planned: Exclude<Window, 'no-date'>, { on, because }: { readonly on: PlainDate; readonly because: Projection['because'] }): Projection {
  const days = daysBetween(planned.on, laterOf(planned.on, on))
  const window = days === 0 ? planned : shiftWindow(planned, days)
  return window === 'no-date' ? { window: planned, days: 0, because: 'as-planned' } : { window, days, because }
}
