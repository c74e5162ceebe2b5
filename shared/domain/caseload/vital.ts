import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { Vital } from '#shared/model/patient.ts'

/** True once a person has confirmed the death: outreach, prints and reminders stop (in SQL: `store/queries/patients/outreach-stopped.ts`). A reported death asks to be confirmed and stops nothing yet. */
export function isOutreachStopped(vital: Vital): boolean {
  return vital.state === 'died' && vital.confirmed
}

/** True while a death was reported (by an import) and nobody has confirmed it. */
export function awaitsDeathConfirmation(vital: Vital): boolean {
  return vital.state === 'died' && !vital.confirmed
}

/** Why this day cannot be the day of death; null when it can. */
export function deathDayProblem(on: PlainDate | 'unknown', birthDate: PlainDate | 'unknown', today: PlainDate): string | null {
  if (on === 'unknown') return null
  if (on > today) return 'The day of death lies in the future.'
  if (birthDate !== 'unknown' && on < birthDate) return 'The day of death is before the birth date.'
  return null
}
