import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import { findRecoveryCase } from '#electron/store/queries/recovery/case-facts.ts'
import { eddRevisionsOfCase, findEddRevision, reviseEdd } from '#electron/store/queries/recovery/edd.ts'
import { findReplan } from '#electron/store/queries/recovery/replans.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { requireOpenCase } from './require-open-case.ts'
import { restoreReplan } from './undo-replan.ts'

/** Goes back to the EDD before the newest revision. Nothing is erased: going back is one more revision, a correction. */
export function undoEdd({ store, ids, events }: Deps, context: RequestContext, { revisionId, replanId }: Parsed<'recovery.undoEdd'>): Output<'recovery.undoEdd'> {
  const done = store.write(context, db => {
    const revision = findEddRevision(db, revisionId)
    const head = revision === null ? null : findRecoveryCase(db, revision.caseId)
    if (revision === null || head === null) throw new AppError({ code: 'not-found', message: 'That revision is no longer here.' })
    requireOpenCase(head)
    const revisions = eddRevisionsOfCase(db, revision.caseId)
    if (revisions.at(-1)?.id !== revisionId) throw new AppError({ code: 'refused', message: 'The expected discharge date was revised again since.' })
    const edd = revisions.at(-2)?.edd ?? 'unknown'
    if (replanId !== 'none') {
      if (findReplan(db, replanId)?.caseId !== revision.caseId) throw new AppError({ code: 'refused', message: 'That re-plan belongs to another case.' })
      restoreReplan(db, replanId, context)
    }
    reviseEdd(db, { id: ids.next('edd_revision'), caseId: revision.caseId, edd, reason: 'correction', note: 'Undone', at: context.at, by: context.actorId })
    db.audit({ action: 'edd.undone', entity: 'case', entityId: revision.caseId, patientId: head.patientId, changedFields: ['edd'] })
    refreshCaseSummary(db, revision.caseId, context.today)
    return { edd }
  })
  events.changed('recovery', 'cases', 'worklists')
  return done
}
