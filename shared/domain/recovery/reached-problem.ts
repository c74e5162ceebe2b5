import type { PlainDate } from '#shared/kernel/plain-date.ts'

/** Why a milestone cannot have been reached on that day, as a sentence for the field; `none` when it can. The first day of the case itself is fine. */
export function reachedProblem(on: PlainDate, today: PlainDate, firstDay: PlainDate): string | 'none' {
  if (on > today) return 'A milestone cannot be reached in the future.'
  if (on < firstDay) return 'This day lies before the admission and before the plan.'
  return 'none'
}
