import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { dayParts, formatDay } from '#shared/kernel/plain-date.ts'
import type { AnchorKind, Domain, EntryKind, ReplanReason, Window } from '#shared/model/timeline.ts'

export const domainNames: Readonly<Record<Domain, string>> = {
  medical: 'Medical', physical: 'Physical', functional: 'Function', emotional: 'Emotional', social: 'Social', financial: 'Financial', discharge: 'Discharge',
}

export const kindNames: Readonly<Record<EntryKind, string>> = { milestone: 'Milestone', 'watch-window': 'Watch window', precaution: 'Precaution' }

export const anchorNames: Readonly<Record<AnchorKind, string>> = {
  admission: 'Admission', surgery: 'Surgery', delivery: 'Delivery', event: 'Event', 'last-use': 'Last use', 'first-dose': 'First dose', discharge: 'Discharge', edd: 'Expected discharge',
}

export const reasonNames: Readonly<Record<ReplanReason, string>> = {
  'clinical-change': 'Clinical change',
  'waiting-for-test-or-procedure': 'Waiting for a test or procedure',
  'waiting-for-placement': 'Waiting for placement',
  'waiting-for-payer': 'Waiting for the payer',
  'family-or-patient-choice': 'Choice of patient or family',
  'staffing-or-equipment': 'Staffing or equipment',
  'recovered-faster': 'Recovered faster',
  correction: 'Correction',
}

export const reasonOptions = Object.keys(reasonNames).flatMap(value => (isReason(value) ? [{ value, label: reasonNames[value] }] : []))

export function isReason(value: string | null): value is ReplanReason {
  return value !== null && Object.hasOwn(reasonNames, value)
}

/** `Fri 20 Nov`, or `20–24 Nov` for a range, `28 Nov – 2 Dec` across months; years only when another than today's. */
export function windowWords(window: Window, today: PlainDate): string {
  if (window === 'no-date') return 'No date'
  if (window.from === window.to) return formatDay(window.from, today)
  const [from, to] = [dayParts(window.from), dayParts(window.to)]
  const year = to.year === today.slice(0, 4) ? '' : ` ${to.year}`
  if (from.month === to.month && from.year === to.year) return `${from.dayOfMonth}–${to.dayOfMonth} ${to.month}${year}`
  return `${from.dayOfMonth} ${from.month}${from.year === to.year ? '' : ` ${from.year}`} – ${to.dayOfMonth} ${to.month}${year}`
}

/** As `windowWords`, without years and weekdays: for a narrow column beside an axis that shows the years. */
export function windowShort(window: Window): string {
  if (window === 'no-date') return 'No date'
  const [from, to] = [dayParts(window.from), dayParts(window.to)]
  if (window.from === window.to) return `${from.weekday} ${from.dayOfMonth} ${from.month}`
  if (window.from.slice(0, 7) === window.to.slice(0, 7)) return `${from.dayOfMonth}–${to.dayOfMonth} ${to.month}`
  return `${from.dayOfMonth} ${from.month} – ${to.dayOfMonth} ${to.month}`
}
