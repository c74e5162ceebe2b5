import type { Output, Parsed } from '#shared/contract/index.ts'
import type { StayFields } from '#shared/contract/stays.ts'
import type { CaseId } from '#shared/model/ids.ts'
import type { Stay } from '#shared/model/stay.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import { currentPatientId, findPatient } from '#electron/store/queries/patients/find-patient.ts'
import { findStay, staysOfPatient } from '#electron/store/queries/stays/find-stay.ts'
import { insertStay, resolveAbsence, updateStay, type Scribe } from '#electron/store/queries/stays/save-stay.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { viewStay } from '../cases/view-case.ts'
import { noteViewing } from '../patients/note-viewing.ts'
import { reportDeath } from '../patients/report-death.ts'
import { followingDischarge } from '../recovery/follow-anchors.ts'
import { conflict, notFound, refused } from '../refusals.ts'
import { checkCaseOfStay, checkedEnds } from './check-stay.ts'

export function listStaysOfPatient(deps: Pick<Deps, 'store'>, context: RequestContext, { patientId }: Parsed<'stays.ofPatient'>): Output<'stays.ofPatient'> {
  const found = deps.store.read(db => {
    const id = currentPatientId(db, patientId)
    if (id === null) throw notFound('patient')
    return { id, stays: staysOfPatient(db, id).map(stay => viewStay(stay, context)) }
  })
  noteViewing(deps, context, { action: 'patient.viewed', entity: 'patient', entityId: found.id, patientId: found.id })
  return found.stays
}

/** Records a stay by hand. */
export function recordStay(deps: Deps, context: RequestContext, { patientId, caseId, fields }: Parsed<'stays.record'>): Output<'stays.record'> {
  const recorded = deps.store.write(context, db => {
    const patient = findPatient(db, patientId)
    if (patient === null) throw notFound('patient')
    if (patient.mergedInto !== 'none') throw refused('This record was merged into another. Record the stay there.')
    checkCaseOfStay(db, caseId, patientId)
    const ends = checkedEnds(db, fields, context, 'fields', null)
    const stayId = deps.ids.next('stay')
    followingDischarge(db, deps, context, [caseId], () => { insertStay(db, { id: stayId, patientId, caseId, fields, ends }, scribeOf(deps, context)) })
    reportDeath(db, context, patientId, { ...fields, ...ends })
    db.audit({ action: 'stay.recorded', entity: 'stay', entityId: stayId, patientId, detail: { status: ends.status } })
    refreshCases(db, context, caseId)
    return { stayId, version: 1 }
  })
  tell(deps)
  return recorded
}

/** Replaces what is known of a stay; what it said before stays in the history. */
export function correctStay(deps: Deps, context: RequestContext, { caseId, fields, ...aim }: Parsed<'stays.correct'>): Output<'stays.correct'> {
  return changeStay(deps, context, aim, 'stay.corrected', 'fields', () => ({ caseId, fields }))
}

/** Adds the next status; `discharged` ends the stay. */
export function addStatusChange(deps: Deps, context: RequestContext, { change, disposition, ...aim }: Parsed<'stays.addStatusChange'>): Output<'stays.addStatusChange'> {
  return changeStay(deps, context, aim, 'stay.status-changed', 'change', before => ({
    caseId: before.caseId,
    fields: { ...fieldsOfStay(before), statusChanges: [...before.statusChanges, change], disposition: disposition === 'unknown' ? before.disposition : disposition },
  }))
}

/** Adds the next place. */
export function addUnitMove(deps: Deps, context: RequestContext, { move, ...aim }: Parsed<'stays.addUnitMove'>): Output<'stays.addUnitMove'> {
  return changeStay(deps, context, aim, 'stay.moved', 'move', before => ({ caseId: before.caseId, fields: { ...fieldsOfStay(before), unitMoves: [...before.unitMoves, move] } }))
}

type Aim = Pick<Parsed<'stays.correct'>, 'stayId' | 'expectedVersion'>
interface Change {
  readonly caseId: CaseId | 'none'
  readonly fields: StayFields
}

function changeStay(deps: Deps, context: RequestContext, { stayId, expectedVersion }: Aim, action: string, path: string, change: (before: Stay) => Change): Output<'stays.correct'> {
  const changed = deps.store.write(context, db => {
    const before = findStay(db, stayId)
    if (before === null) throw notFound('stay')
    if (before.version !== expectedVersion) throw conflict('stay', before.version)
    const { caseId, fields } = change(before)
    checkCaseOfStay(db, caseId, before.patientId)
    const ends = checkedEnds(db, fields, context, path, before)
    const written = followingDischarge(db, deps, context, [before.caseId, caseId], () => updateStay(db, before, expectedVersion, { caseId, fields, ends }, scribeOf(deps, context)))
    if (!written) throw conflict('stay', before.version)
    reportDeath(db, context, before.patientId, { ...fields, ...ends })
    if (ends.endedAt !== 'ongoing') resolveAbsence(db, stayId, 'discharged', context.at)
    db.audit({ action, entity: 'stay', entityId: stayId, patientId: before.patientId, changedFields: stayDifferences(before, caseId, fields), detail: { status: ends.status } })
    refreshCases(db, context, before.caseId, caseId)
    return { stayId, version: expectedVersion + 1 }
  })
  tell(deps)
  return changed
}

function fieldsOfStay({ kind, visitNumber, facilityName, reason, attending, disposition, statusChanges, unitMoves }: Stay): StayFields {
  return { kind, visitNumber, facilityName, reason, attending, disposition, statusChanges, unitMoves }
}

function stayDifferences(before: Stay, caseId: CaseId | 'none', after: StayFields): readonly string[] {
  const fields = fieldsOfStay(before)
  const names = ['kind', 'visitNumber', 'facilityName', 'reason', 'attending', 'disposition', 'statusChanges', 'unitMoves'] as const
  const differing: string[] = names.filter(name => JSON.stringify(fields[name]) !== JSON.stringify(after[name]))
  return before.caseId === caseId ? differing : [...differing, 'caseId']
}

const scribeOf = ({ ids }: Pick<Deps, 'ids'>, { at, actorId }: RequestContext): Scribe => ({ at, by: actorId, makeId: kind => ids.next(kind) })

function refreshCases(db: WriteDb, { today }: RequestContext, ...caseIds: readonly (CaseId | 'none')[]): void {
  for (const caseId of new Set(caseIds)) if (caseId !== 'none') refreshCaseSummary(db, caseId, today)
}

const tell = ({ events }: Pick<Deps, 'events'>): void => events.changed('stays', 'cases', 'recovery', 'patients', 'worklists')
