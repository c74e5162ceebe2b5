import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { findRecoveryCase } from '#electron/store/queries/recovery/case-facts.ts'
import { entriesOfCase } from '#electron/store/queries/recovery/entries.ts'
import { findPaperFacts, nameOfPerson } from '#electron/store/queries/recovery/paper-facts.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { recoveryOf } from './get-recovery.ts'
import { shown } from './shown.ts'
import { templateLibrary } from './template-library.ts'

/** The timeline for the chart, with the sources of its figures. Preparing it is audited; a chart copy is made for the deceased too. */
export function printChart({ store, resources }: Deps, context: RequestContext, { caseId }: Parsed<'recovery.printChart'>): Output<'recovery.printChart'> {
  const library = templateLibrary(resources)
  // Nothing of the paper may stay with the command: no merge or correction would reach that copy.
  return store.write({ ...context, commandId: null }, db => {
    const [head, paper] = [findRecoveryCase(db, caseId), findPaperFacts(db, caseId)]
    if (head === null || paper === null) throw new AppError({ code: 'not-found', message: 'That case is no longer here.' })
    const used = new Set(entriesOfCase(db, caseId).map(({ sourceId }) => sourceId))
    db.audit({ action: 'paper.prepared', entity: 'case', entityId: caseId, patientId: head.patientId, detail: { paper: 'timeline-chart' } })
    return {
      patient: { name: shown([paper.familyName, paper.givenNames].filter(part => part !== 'unknown').join(', ')), mrn: paper.mrn, birthDate: paper.birthDate },
      caseReason: head.reason,
      facility: paper.facility,
      recovery: recoveryOf(db, caseId, library, context),
      sources: library.sources.filter(({ id }) => used.has(id)),
      printedBy: nameOfPerson(db, context.actorId),
      printedAt: context.at,
    }
  })
}
