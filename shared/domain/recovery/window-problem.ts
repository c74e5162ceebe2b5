import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts'

const farthestDays = 8000

/** Why a window cannot be planned, as a sentence for the field; `none` when it can. */
export function windowProblem(window: { readonly from: PlainDate; readonly on: PlainDate; readonly to: PlainDate }, today: PlainDate): string | 'none' {
  if (window.from > window.to) return 'The first day is after the last day.'
  if (window.on < window.from || window.on > window.to) return 'The expected day lies outside its first and last day.'
  if (Math.abs(daysBetween(today, window.to)) > farthestDays || Math.abs(daysBetween(today, window.from)) > farthestDays) return 'This day is more than 20 years away.'
  return 'none'
}
