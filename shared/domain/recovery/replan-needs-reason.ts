import type { PlainDate } from '#shared/kernel/plain-date.ts'

/** A re-plan needs a reason from the day after the plan was placed; while it is being put together nobody is asked. */
export function replanNeedsReason(placedOn: PlainDate, today: PlainDate): boolean {
  return placedOn !== today
}
