import type { TimelineEntryId } from '#shared/model/ids.ts'

/** How long after the first thing the second may begin. Hours are kept as typed; days are calendar days. */
export interface Lag {
  readonly amount: number
  readonly unit: 'days' | 'hours'
}

/** "This before that": `afterId` does not happen until `lag` after `beforeId`. */
export interface MilestoneLink {
  readonly beforeId: TimelineEntryId
  readonly afterId: TimelineEntryId
  readonly lag: Lag
}

/**
 * The lag in calendar days. The hour at which something is reached is not part of the plan, so hours count as the nearest whole number of
 * days: 6 hours later is the same day, 36 hours later the second day.
 */
export function lagDays({ amount, unit }: Lag): number {
  return unit === 'days' ? amount : Math.round(amount / 24)
}
