import { assertNever } from '#shared/kernel/assert-never.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { aboutState } from '#electron/store/queries/notes/about.ts'

/**
 * Refuses to write about a patient or case that is not there. After a confirmed death notes may still be written, outreach may not be promised.
 */
export function requireAbout(db: ReadDb, patientId: PatientId, caseId: CaseId | 'none', purpose: 'record' | 'outreach'): void {
  const state = aboutState(db, patientId, caseId)
  switch (state) {
    case 'fine': return
    case 'no-patient': throw new AppError({ code: 'not-found', message: 'That patient is no longer here; the record may have been merged. Your text is kept as a draft.' })
    case 'no-case': throw new AppError({ code: 'not-found', message: 'That case is not one of this patient. Your text is kept as a draft.' })
    case 'died':
      if (purpose === 'outreach') throw new AppError({ code: 'refused', message: 'This patient has died: no calls or reminders are planned any more. Write a note instead.' })
      return
    default: assertNever(state)
  }
}
