import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { writePatientText } from '#electron/store/queries/recovery/entries.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { changeEntry } from './change-entry.ts'

/** What the patient's paper may say of this entry. Nothing is printed of an entry that is kept off patient print, whatever is written here. */
export function setPatientText(deps: Deps, context: RequestContext, { text, reviewed, ...seen }: Parsed<'recovery.setPatientText'>): Output<'recovery.setPatientText'> {
  return changeEntry(deps, context, seen, {
    action: 'entry.patient-wording',
    fields: ['patient_text', 'patient_text_reviewed'],
    apply: (db, entry) => {
      if (entry.neverPatientPrint) throw new AppError({ code: 'refused', message: 'This entry is never printed for a patient.' })
      if (text === 'unknown' && reviewed) throw new AppError({ code: 'validation', message: 'Write the wording before you mark it reviewed.', fields: { text: 'Write the wording first.' } })
      writePatientText(db, entry.id, text, reviewed)
    },
  })
}
