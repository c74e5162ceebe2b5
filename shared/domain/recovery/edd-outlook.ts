import { compareDays, daysBetween, earlierOf, plusDays, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { TimelineEntryId } from '#shared/model/ids.ts'
import type { TimelineEntry } from '#shared/model/timeline.ts'
import { inLinkOrder } from './in-link-order.ts'
import { lagDays, type MilestoneLink } from './milestone-link.ts'
import type { PlannedEntry, Projection } from './project-plan.ts'

export type EddEntry = PlannedEntry & Pick<TimelineEntry, 'anchorKind' | 'position'>

/** An open milestone without which the expected discharge date does not hold. */
export interface EddHolder {
  readonly entryId: TimelineEntryId
  /** The last day on which it may be reached for the date to hold. */
  readonly dueOn: PlainDate
  readonly projectedOn: PlainDate
  /** Days to spare; negative when the date no longer holds because of it. */
  readonly slackDays: number
}

export interface EddOutlook {
  readonly edd: PlainDate
  /** What the date would become; never earlier than the date set. */
  readonly projected: PlainDate
  /** In order of their due days. */
  readonly holders: readonly EddHolder[]
}

/**
 * What the expected discharge date depends on, and what it would become.
 *
 * It depends on every open milestone planned up to that day (rows planned from the discharge follow it and hold nothing), and on all they
 * wait for. A row counted back from the EDD keeps its distance: the supplies ordered two days before cannot come on the day itself.
 */
export function eddOutlook(
  entries: readonly EddEntry[], links: readonly MilestoneLink[], projections: ReadonlyMap<TimelineEntryId, Projection>, edd: PlainDate,
): EddOutlook {
  const due = new Map<TimelineEntryId, PlainDate>()
  const after = Map.groupBy(links, ({ beforeId }) => beforeId)
  for (const entry of inLinkOrder(entries, links).toReversed()) {
    if (entry.kind !== 'milestone' || entry.status !== 'open' || entry.planned === 'no-date') continue
    const own = ownDueDay(entry, edd)
    const following = (after.get(entry.id) ?? []).flatMap(({ afterId, lag }) => {
      const day = due.get(afterId)
      return day === undefined ? [] : [plusDays(day, -lagDays(lag))]
    })
    const days = own === 'holds-nothing' ? following : [own, ...following]
    const [first, ...rest] = days
    if (first !== undefined) due.set(entry.id, rest.reduce(earlierOf, first))
  }
  const positions = new Map(entries.map(({ id, position }) => [id, position]))
  const holders = [...due].flatMap(([entryId, dueOn]) => {
    const projectedOn = projections.get(entryId)?.window.on
    return projectedOn === undefined ? [] : [{ entryId, dueOn, projectedOn, slackDays: daysBetween(projectedOn, dueOn) }]
  })
  const least = holders.reduce((slack, holder) => Math.min(slack, holder.slackDays), 0)
  return {
    edd,
    projected: plusDays(edd, -least),
    holders: holders.toSorted((a, b) => compareDays(a.dueOn, b.dueOn) || (positions.get(a.entryId) ?? 0) - (positions.get(b.entryId) ?? 0)),
  }
}

function ownDueDay({ planned, anchorKind }: EddEntry, edd: PlainDate): PlainDate | 'holds-nothing' {
  if (planned === 'no-date' || anchorKind === 'discharge' || planned.on > edd) return 'holds-nothing'
  return anchorKind === 'edd' ? planned.on : edd
}
