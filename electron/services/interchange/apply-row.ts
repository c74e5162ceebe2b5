import { saidBy } from '#shared/domain/interchange/census/compare-stay.ts'
import type { StayContent } from '#shared/domain/interchange/merge-stay.ts'
import type { CaseFields } from '#shared/model/case.ts'
import type { PatientId, StayId } from '#shared/model/ids.ts'
import type { Stay } from '#shared/model/stay.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { refreshCaseSummary, refreshSummariesOfPatient } from '#electron/store/queries/caseload/case-summary.ts'
import { insertCaseEvent } from '#electron/store/queries/cases/case-events.ts'
import { casesOfPatient, casesWithoutStay } from '#electron/store/queries/cases/find-case.ts'
import { insertCase } from '#electron/store/queries/cases/save-case.ts'
import { findSource, saveSource } from '#electron/store/queries/interchange/sources.ts'
import { findStay } from '#electron/store/queries/stays/find-stay.ts'
import { insertStay, updateCaseOfStay, updateStay } from '#electron/store/queries/stays/save-stay.ts'
import { reportDeath } from '../patients/report-death.ts'
import { followingDischarge } from '../recovery/follow-anchors.ts'
import { type ApplyTools, applyPatient, endsOf } from './apply-patient.ts'
import type { RowComparison } from './compare-row.ts'
import type { ReadRow } from './sheet-rows.ts'

/** Writes one row of a sheet inside the caller's transaction: the patient's fields, the stay or what is new about it, and a case when asked for. */
export function applyRow(db: WriteDb, tools: ApplyTools, read: ReadRow, { person, stay }: RowComparison, openCase: boolean): { readonly patientId: PatientId; readonly opened: boolean } {
  const known = person.match.patient
  const patientId = person.state === 'same' && known !== null ? known.id : applyPatient(db, tools, read.patient, person)
  if (stay.kind === 'none') return { patientId, opened: false }
  const content = stay.kind === 'goes-on' ? stay.comparison.content : stay.content
  const stayId = stay.kind === 'goes-on' ? stay.stay.id : tools.ids.next('stay')
  writeStay(db, tools, patientId, stayId, stay, content)
  noteSaid(db, tools, patientId, stayId, read, person.match.system)
  attachToCase(db, tools, patientId, stayId)
  const opened = openCase && !casesOfPatient(db, patientId).some(each => each.status !== 'closed')
  if (opened) openCaseFor(db, tools, patientId, stayId, content)
  refreshSummariesOfPatient(db, patientId, tools.context.today)
  return { patientId, opened }
}

/** What a row leaves behind although it changes nothing of the stay: what it said, and the case that waits for a stay. */
export function noteStay(db: WriteDb, tools: ApplyTools, patientId: PatientId, { id }: Pick<Stay, 'id'>, read: ReadRow, system: string): void {
  noteSaid(db, tools, patientId, id, read, system)
  attachToCase(db, tools, patientId, id)
}

/** A stay that goes on and hangs on no case belongs to the one hospital case of the patient that is not closed and has no stay yet; where there are several, a person says. */
function attachToCase(db: WriteDb, { context }: ApplyTools, patientId: PatientId, stayId: StayId): void {
  const stay = findStay(db, stayId)
  if (stay === null || stay.caseId !== 'none' || stay.endedAt !== 'ongoing' || stay.kind === 'outpatient') return
  const [caseId, ...others] = casesWithoutStay(db, patientId)
  if (caseId === undefined || others.length > 0) return
  updateCaseOfStay(db, stayId, caseId)
  db.audit({ action: 'stay.hung-on-case', entity: 'stay', entityId: stayId, patientId, changedFields: ['caseId'], detail: { from: 'census' } })
  refreshCaseSummary(db, caseId, context.today)
}

function writeStay(db: WriteDb, { ids, context, resources }: ApplyTools, patientId: PatientId, stayId: StayId, step: Exclude<RowComparison['stay'], { kind: 'none' }>, content: StayContent): void {
  const scribe = { at: context.at, by: context.actorId, makeId: ids.next }
  if (step.kind === 'new') insertStay(db, { id: stayId, patientId, caseId: 'none', fields: content, ends: endsOf(content, context.at) }, scribe)
  else if (step.comparison.state === 'same') return // Nothing of the stay is new: nothing stands in its history either.
  else {
    const { stay } = step
    followingDischarge(db, { ids, resources }, context, [stay.caseId], () => updateStay(db, stay, stay.version, { caseId: stay.caseId, fields: content, ends: endsOf(content, stay.arrivedAt) }, scribe))
  }
  reportDeath(db, context, patientId, { ...content, ...endsOf(content, context.at) })
  db.audit({ action: step.kind === 'new' ? 'stay.imported' : 'stay.import-updated', entity: 'stay', entityId: stayId, patientId })
}

/** Remembers what the sheet said of the stay: what still reads so at the next census was not typed over by a person. */
function noteSaid(db: WriteDb, { ids }: ApplyTools, patientId: PatientId, stayId: StayId, { patient, row }: ReadRow, system: string): void {
  const source = findSource(db, system, patient.source.key)
  const key = `stay:${stayId}`
  const before = source?.ledger[key]?.said ?? {}
  const said = saidBy(row, before)
  if (source !== null && JSON.stringify(before) === JSON.stringify(said)) return
  const ledger = { ...source?.ledger, [key]: { entity: 'stay', id: stayId, hash: '', version: 0, said } }
  saveSource(db, source, { patientId, system, key: patient.source.key, contentHash: source?.contentHash ?? patient.hash, ledger }, ids.next)
  db.audit({ action: 'patient.import-noted', entity: 'patient', entityId: patientId, patientId })
}

/** A case for a new admit, unassigned: the case manager who takes it fills in the rest. */
function openCaseFor(db: WriteDb, { ids, context }: ApplyTools, patientId: PatientId, stayId: StayId, stay: StayContent): void {
  const caseId = ids.next('case')
  const fields: CaseFields = {
    reason: stay.reason === 'unknown' ? 'New admit, from the census' : stay.reason, program: 'hospital', unitId: stay.unitMoves.at(-1)?.unitId ?? 'unknown', caseManagerId: 'unassigned',
    drgCode: 'not-assigned', goalLosDays: 'none', risk: 'unknown', sensitivity: 'none', destination: 'unknown',
  }
  insertCase(db, { id: caseId, patientId, fields, openedOn: context.today, at: context.at })
  insertCaseEvent(db, { id: ids.next('case_event'), caseId, kind: 'opened', reason: 'none', at: context.at, by: context.actorId, changes: [] })
  updateCaseOfStay(db, stayId, caseId)
  db.audit({ action: 'case.opened', entity: 'case', entityId: caseId, patientId, detail: { from: 'census' } })
  refreshCaseSummary(db, caseId, context.today)
}
