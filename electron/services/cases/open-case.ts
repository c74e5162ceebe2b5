import type { Output, Parsed } from '#shared/contract/index.ts'
import { openingDayProblem } from '#shared/domain/caseload/case-life.ts'
import type { PatientId, StayId } from '#shared/model/ids.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { insertCaseEvent } from '#electron/store/queries/cases/case-events.ts'
import { insertCase } from '#electron/store/queries/cases/save-case.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import { findPatient } from '#electron/store/queries/patients/find-patient.ts'
import { findStay } from '#electron/store/queries/stays/find-stay.ts'
import { updateCaseOfStay } from '#electron/store/queries/stays/save-stay.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { invalid, notFound, refused } from '../refusals.ts'
import { ensureShippedTables } from '../reference/ensure-shipped-tables.ts'
import { checkChoices } from './case-fields.ts'

/** Opens a case for a patient, with the stay it belongs to when there is one. */
export function openCase(deps: Deps, context: RequestContext, { patientId, fields, openedOn, stayId }: Parsed<'cases.open'>): Output<'cases.open'> {
  const opened = deps.store.write(context, db => {
    const patient = findPatient(db, patientId)
    if (patient === null) throw notFound('patient')
    if (patient.mergedInto !== 'none') throw refused('This record was merged into another. Open the case there.')
    const problem = openingDayProblem(openedOn, patient.birthDate, context.today)
    if (problem !== null) throw invalid('openedOn', problem)
    checkChoices(db, fields)
    if (fields.drgCode !== 'not-assigned') ensureShippedTables(db, deps, context)
    const caseId = deps.ids.next('case')
    insertCase(db, { id: caseId, patientId, fields, openedOn, at: context.at })
    insertCaseEvent(db, { id: deps.ids.next('case_event'), caseId, kind: 'opened', reason: 'none', at: context.at, by: context.actorId, changes: [] })
    db.audit({ action: 'case.opened', entity: 'case', entityId: caseId, patientId, changedFields: Object.keys(fields) })
    if (stayId !== 'none') {
      checkStay(db, stayId, patientId)
      updateCaseOfStay(db, stayId, caseId)
      db.audit({ action: 'stay.hung-on-case', entity: 'stay', entityId: stayId, patientId, changedFields: ['caseId'] })
    }
    refreshCaseSummary(db, caseId, context.today)
    return { caseId, version: 1 }
  })
  deps.events.changed('cases', 'stays', 'worklists')
  return opened
}

function checkStay(db: WriteDb, stayId: StayId, patientId: PatientId): void {
  const stay = findStay(db, stayId)
  if (stay === null || stay.patientId !== patientId) throw notFound('stay')
  if (stay.caseId !== 'none') throw refused('This stay belongs to a case already.')
}
