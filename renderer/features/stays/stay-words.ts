import type { CaseOfPatient } from '#shared/contract/cases.ts'
import type { StayFields, StayView } from '#shared/contract/stays.ts'
import { caseStatusNames, programNames, stayKindNames, stayStatusNames } from '#shared/domain/caseload/words.ts'
import { plainDateOf, type Zone } from '#shared/kernel/instant.ts'
import { formatDay, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { CaseId } from '#shared/model/ids.ts'
import type { Stay } from '#shared/model/stay.ts'
import type { SelectOption } from '#renderer/ui/select-field.tsx'

/** A stay in one line of a select or a menu. */
export function stayWords({ stay }: Pick<StayView, 'stay'>, zone: Zone): string {
  return `${stayKindNames[stay.kind]}, ${stayStatusNames[stay.status].toLowerCase()}, since ${formatDay(plainDateOf(stay.arrivedAt, zone))}`
}

/** The cases a stay may belong to: none, those that are not closed, and the one it belongs to now. */
export function caseOptions(cases: readonly CaseOfPatient[], chosen: CaseId | null, today: PlainDate): readonly SelectOption[] {
  const shown = cases.filter(each => each.status !== 'closed' || each.caseId === chosen)
  const unlisted = chosen !== null && !shown.some(each => each.caseId === chosen) ? [{ value: chosen, label: 'The case it belongs to' }] : []
  return [{ value: 'none', label: 'None' }, ...unlisted, ...shown.map(each => ({ value: each.caseId, label: caseWords(each, today) }))]
}

/** Stays that hang on no case and may be chosen for one. */
export const freeStays = (views: readonly StayView[]): readonly StayView[] => views.filter(({ stay }) => stay.caseId === 'none' && stay.status !== 'cancelled')

/** What is known of a stay, to be stored again as it is. */
export function fieldsOfStay({ kind, visitNumber, facilityName, reason, attending, disposition, statusChanges, unitMoves }: Stay): StayFields {
  return { kind, visitNumber, facilityName, reason, attending, disposition, statusChanges, unitMoves }
}

function caseWords({ reason, program, status, openedOn }: CaseOfPatient, today: PlainDate): string {
  return `${reason}, ${programNames[program].toLowerCase()}, opened ${formatDay(openedOn, today)}${status === 'open' ? '' : `, ${caseStatusNames[status].toLowerCase()}`}`
}
