import { patientEntries } from '#shared/domain/recovery/patient-entries.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { roleNames } from '#shared/model/role.ts'
import { endDay, findRecoveryCase, staysOfRecovery } from '#electron/store/queries/recovery/case-facts.ts'
import { entriesOfCase } from '#electron/store/queries/recovery/entries.ts'
import { findPaperFacts } from '#electron/store/queries/recovery/paper-facts.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { shown } from './shown.ts'

/**
 * "My recovery plan": reviewed wording only, nothing that can be read as late, missed or at risk. Preparing it is audited.
 *
 * Refused once the record says that the patient has died, confirmed or not: nobody should find such a letter in the mail.
 */
export function printPatient({ store }: Deps, context: RequestContext, { caseId }: Parsed<'recovery.printPatient'>): Output<'recovery.printPatient'> {
  // Nothing of the paper may stay with the command: no merge or correction would reach that copy.
  return store.write({ ...context, commandId: null }, db => {
    const [head, paper] = [findRecoveryCase(db, caseId), findPaperFacts(db, caseId)]
    if (head === null || paper === null) throw new AppError({ code: 'not-found', message: 'That case is no longer here.' })
    if (head.deceased === 'yes') throw new AppError({ code: 'refused', message: 'The record says that this patient has died. No paper is printed for the patient.' })
    const stay = staysOfRecovery(db, caseId)[0]
    const leaving = stay === undefined || endDay(stay, context.zone) === 'not-discharged'
    const { next, takeCare, done } = patientEntries(entriesOfCase(db, caseId), context.today)
    db.audit({ action: 'paper.prepared', entity: 'case', entityId: caseId, patientId: head.patientId, detail: { paper: 'recovery-plan', rows: next.length + takeCare.length + done.length } })
    return {
      patientName: shown([paper.givenNames, paper.familyName].filter(part => part !== 'unknown').join(' ')),
      birthDate: paper.birthDate,
      madeOn: context.today,
      goingHome: leaving && head.edd !== 'unknown' && head.edd >= context.today ? head.edd : 'not-set',
      next: [...next],
      takeCare: [...takeCare],
      done: [...done],
      call: { name: paper.callName, role: paper.callRole === 'none' ? 'Case management' : roleNames[paper.callRole], phone: paper.callPhone, facility: paper.facility },
    }
  })
}
