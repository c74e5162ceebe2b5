import { assertNever } from '#shared/kernel/assert-never.ts'
import { AppError } from '#shared/contract/errors.ts'
import { isOutreachStopped } from '#shared/domain/caseload/vital.ts'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { findPatient } from '#electron/store/queries/patients/find-patient.ts'
import { aboutState } from '#electron/store/queries/notes/about.ts'

/**
 * Refuses to write about a patient or case that is not there. After a confirmed death (`isOutreachStopped`) notes and contacts may still be written, a call-back or a task may not be planned.
 */
export function requireAbout(db: ReadDb, patientId: PatientId, caseId: CaseId | 'none', purpose: 'record' | 'outreach'): void {
  const state = aboutState(db, patientId, caseId)
  switch (state) {
    case 'fine': break
    case 'no-patient': throw new AppError({ code: 'not-found', message: 'That patient is no longer here; the record may have been merged. Your text is kept as a draft.' })
    case 'no-case': throw new AppError({ code: 'not-found', message: 'That case is not one of this patient. Your text is kept as a draft.' })
    default: assertNever(state)
  }
  if (purpose === 'record') return
  const patient = findPatient(db, patientId)
  if (patient !== null && isOutreachStopped(patient.vital)) throw new AppError({ code: 'refused', message: 'This patient has died: no calls, tasks or reminders are planned any more. Write a note instead.' })
}
