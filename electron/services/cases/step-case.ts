import { caseActionProblem } from '#shared/domain/caseload/case-life.ts'
import type { CaseAction, CaseEvent, CaseEventKind } from '#shared/model/case-event.ts'
import type { Case } from '#shared/model/case.ts'
import type { CaseId } from '#shared/model/ids.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { insertCaseEvent } from '#electron/store/queries/cases/case-events.ts'
import { findCase } from '#electron/store/queries/cases/find-case.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { conflict, notFound, refused } from '../refusals.ts'

export interface CaseStep {
  readonly caseId: CaseId
  readonly expectedVersion: number
  readonly action: CaseAction
  readonly reason: string | 'none'
  /** Checks and writes; says what changed, `nothing` when there is nothing to save. False when the version is another by now. */
  readonly save: (db: WriteDb, before: Case) => { readonly kind: CaseEventKind; readonly changes: CaseEvent['changes']; readonly fields: readonly string[] } | 'nothing' | false
}

const auditActions: Readonly<Record<CaseEventKind, string>> = {
  opened: 'case.opened', edited: 'case.edited', reassigned: 'case.reassigned', held: 'case.held', resumed: 'case.resumed', closed: 'case.closed', reopened: 'case.reopened',
}

/** One step in the life of a case: may it be done, do it, keep it in the history, tell the lists. */
export function stepCase({ store, ids, events }: Deps, context: RequestContext, { caseId, expectedVersion, action, reason, save }: CaseStep): { caseId: CaseId; version: number } {
  const stepped = store.write(context, db => {
    const before = findCase(db, caseId)
    if (before === null) throw notFound('case')
    if (before.version !== expectedVersion) throw conflict('case', before.version)
    const problem = caseActionProblem(before.status, action)
    if (problem !== null) throw refused(problem)
    const saved = save(db, before)
    if (saved === false) throw conflict('case', before.version)
    if (saved === 'nothing') return { caseId, version: before.version }
    insertCaseEvent(db, { id: ids.next('case_event'), caseId, kind: saved.kind, reason, at: context.at, by: context.actorId, changes: saved.changes })
    db.audit({ action: auditActions[saved.kind], entity: 'case', entityId: caseId, patientId: before.patientId, changedFields: saved.fields })
    refreshCaseSummary(db, caseId, context.today)
    return { caseId, version: expectedVersion + 1 }
  })
  events.changed('cases', 'recovery', 'worklists')
  return stepped
}
