import type { Output, Parsed } from '#shared/contract/index.ts'
import type { TakenField } from '#shared/contract/patients.ts'
import { MergeId } from '#shared/contract/patients.ts'
import { MRN_KIND } from '#shared/domain/caseload/duplicates.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { Patient, PatientFields, Vital } from '#shared/model/patient.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { refreshSummariesOfPatient } from '#electron/store/queries/caseload/case-summary.ts'
import { refreshPatientSearch } from '#electron/store/queries/caseload/patient-search.ts'
import { findPatient } from '#electron/store/queries/patients/find-patient.ts'
import { moveRows } from '#electron/store/queries/patients/merge-rows.ts'
import { recordMerge } from '#electron/store/queries/patients/merges.ts'
import { addIdentifier } from '#electron/store/queries/patients/patient-lists.ts'
import { keepApart, keptApartFrom } from '#electron/store/queries/patients/look-alikes.ts'
import { confirmationOf, restoreVital, typedFieldsOf, updatePatient } from '#electron/store/queries/patients/save-patient.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { conflict, notFound, refused } from '../refusals.ts'
import { changedFields, fieldsOf } from './field-changes.ts'

/** Moves everything of one record to another and remembers the way back. */
export function mergePatients({ store, ids, events }: Deps, context: RequestContext, input: Parsed<'patients.merge'>): Output<'patients.merge'> {
  const { keepPatientId, mergePatientId, take } = input
  if (keepPatientId === mergePatientId) throw refused('These are the same record.')
  const merged = store.write(context, db => {
    const keep = current(db, keepPatientId, input.keepVersion)
    const merge = current(db, mergePatientId, input.mergeVersion)
    const typedBefore = [...typedFieldsOf(db, keep.id)]
    const fields = mergedFields(fieldsOf(keep), fieldsOf(merge), take)
    const moving = moveRows(db, merge.id, keep.id)
    const added = keepOtherMrn(db, ids, keep, merge, fields.mrn)
    for (const other of keptApartFrom(db, merge.id)) if (other !== keep.id) keepApart(db, keep.id, other, context.actorId, context.at, kind => ids.next(kind))
    // What a person picked here counts as typed: the kept record's source must not change it back.
    const typedFields = [...new Set([...typedBefore, ...typedFieldsOf(db, merge.id), ...take.filter(name => name !== 'vital')])]
    // The lists moved as rows; only single facts are written here.
    if (!updatePatient(db, { id: keep.id, expectedVersion: keep.version, fields, changed: [], typedFields, at: context.at }, kind => ids.next(kind))) throw conflict('patient', keep.version)
    const confirmation = confirmationOf(db, keep.id)
    const version = takeVital(db, context, keep, merge, mergedVital(keep.vital, merge.vital, take))
    const undo = { moved: moving.moved, left: [...moving.left], added: [...added], fieldsBefore: fieldsOf(keep), vitalBefore: keep.vital, confirmation, typedBefore, keptVersion: version }
    const mergeId = MergeId.parse(recordMerge(db, { id: ids.next('duplicate_decision'), keptId: keep.id, mergedId: merge.id, by: context.actorId, at: context.at, undo }))
    const counts = Object.fromEntries(Object.entries(moving.moved).map(([table, rows]) => [table, rows.length]))
    db.audit({ action: 'patient.merged', entity: 'patient', entityId: keep.id, patientId: keep.id, changedFields: changedFields(fieldsOf(keep), fields), detail: { from: merge.id, moved: counts } })
    db.audit({ action: 'patient.merged-away', entity: 'patient', entityId: merge.id, patientId: merge.id, detail: { into: keep.id } })
    refreshBoth(db, context, keep.id, merge.id)
    return { patientId: keep.id, version, mergeId }
  })
  events.changed('patients', 'cases', 'stays', 'notes', 'tasks', 'contacts', 'worklists')
  return merged
}

/** After a merge or its undoing: search and lists of both. */
export function refreshBoth(db: WriteDb, { today }: Pick<RequestContext, 'today'>, ...both: readonly PatientId[]): void {
  for (const id of both) {
    refreshPatientSearch(db, id)
    refreshSummariesOfPatient(db, id, today)
  }
}

function current(db: WriteDb, id: PatientId, version: number): Patient {
  const patient = findPatient(db, id)
  if (patient === null) throw notFound('patient')
  if (patient.mergedInto !== 'none') throw refused('One of the two was merged into another record already.')
  if (patient.version !== version) throw conflict('patient', patient.version)
  return patient
}

/** The kept fields, the unknown ones filled, those in `take` replaced unless the other record knows nothing. */
function mergedFields(keep: PatientFields, merge: PatientFields, take: readonly TakenField[]): PatientFields {
  const pick = <T>(name: TakenField, kept: T | 'unknown', other: T | 'unknown'): T | 'unknown' => (other !== 'unknown' && (kept === 'unknown' || take.includes(name)) ? other : kept)
  return {
    ...keep,
    mrn: pick('mrn', keep.mrn, merge.mrn), familyName: take.includes('familyName') ? merge.familyName : keep.familyName, givenNames: pick('givenNames', keep.givenNames, merge.givenNames),
    prefix: pick('prefix', keep.prefix, merge.prefix), suffix: pick('suffix', keep.suffix, merge.suffix), sex: pick('sex', keep.sex, merge.sex), birthDate: pick('birthDate', keep.birthDate, merge.birthDate),
    language: pick('language', keep.language, merge.language), interpreterNeeded: pick('interpreterNeeded', keep.interpreterNeeded, merge.interpreterNeeded),
  }
}

/** The MRN that does not become the record's own stays one of its numbers: lists and files go on naming the person by it. */
function keepOtherMrn(db: WriteDb, ids: Deps['ids'], keep: Patient, merge: Patient, mrn: PatientFields['mrn']): readonly string[] {
  return [keep.mrn, merge.mrn]
    .filter(number => number !== 'unknown' && number !== mrn)
    .map(value => addIdentifier(db, keep.id, { kind: MRN_KIND, value }, kind => ids.next(kind)))
    .filter(id => id !== null)
}

/** A death is never lost: where one record says alive and the other died, it has died, and is to be confirmed, unless the person picked. */
function mergedVital(keep: Vital, merge: Vital, take: readonly TakenField[]): Vital {
  if (merge.state === 'unknown') return keep
  if (keep.state === 'unknown' || take.includes('vital')) return merge
  if (merge.state !== 'died') return keep
  if (keep.state === 'alive') return { ...merge, confirmed: false }
  return merge.confirmed && !keep.confirmed ? merge : keep
}

/** Writes the vital state when it changed; returns the record's version by then. */
function takeVital(db: WriteDb, { at }: RequestContext, keep: Patient, merge: Patient, vital: Vital): number {
  const version = keep.version + 1
  if (vital === keep.vital) return version
  restoreVital(db, { id: keep.id, expectedVersion: version, vital, at }, confirmationOf(db, merge.id))
  return version + 1
}
