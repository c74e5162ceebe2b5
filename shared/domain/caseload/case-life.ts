import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { CaseAction } from '#shared/model/case-event.ts'
import type { CaseStatus } from '#shared/model/case.ts'

const actions: Readonly<Record<CaseStatus, readonly CaseAction[]>> = {
  open: ['edit', 'reassign', 'hold', 'close'],
  'on-hold': ['edit', 'reassign', 'resume', 'close'],
  closed: ['reopen'],
}

/** What may be done to a case in that status. */
export const caseActions = (status: CaseStatus): readonly CaseAction[] => actions[status]

const refusals: Readonly<Record<CaseStatus, string>> = {
  open: 'This case is open.',
  'on-hold': 'This case is on hold. Resume it first.',
  closed: 'This case is closed. Reopen it first.',
}

/** Why the action cannot be done to a case in that status; null when it can. */
export function caseActionProblem(status: CaseStatus, action: CaseAction): string | null {
  return actions[status].includes(action) ? null : refusals[status]
}

/** Why a case cannot have been opened on that day; null when it can. */
export function openingDayProblem(openedOn: PlainDate, birthDate: PlainDate | 'unknown', today: PlainDate): string | null {
  if (openedOn > today) return 'A case cannot be opened in the future.'
  if (birthDate !== 'unknown' && openedOn < birthDate) return 'This day is before the birth date.'
  return null
}

/** Why a case opened on `openedOn` cannot be closed on `closedOn`; null when it can. The same day is fine. */
export function closingDayProblem(openedOn: PlainDate, closedOn: PlainDate, today: PlainDate): string | null {
  if (closedOn > today) return 'A case cannot be closed in the future.'
  if (closedOn < openedOn) return 'This day is before the case was opened.'
  return null
}
