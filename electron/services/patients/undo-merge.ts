import type { Output, Parsed } from '#shared/contract/index.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { findPatient } from '#electron/store/queries/patients/find-patient.ts'
import { moveRowsBack } from '#electron/store/queries/patients/merge-rows.ts'
import { findMerge, recordMergeUndone, type UndoOfMerge } from '#electron/store/queries/patients/merges.ts'
import { removeIdentifiers } from '#electron/store/queries/patients/patient-lists.ts'
import { restoreVital, updatePatient } from '#electron/store/queries/patients/save-patient.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { conflict, notFound, refused } from '../refusals.ts'
import { refreshBoth } from './merge-patients.ts'

/**
 * Takes a merge back: what moved goes home, the kept record says again what it said before.
 *
 * Refused once somebody corrected the kept record, because that correction may rest on the merged facts. What was added to the kept record since stays with it.
 */
export function undoMerge({ store, ids, events }: Deps, context: RequestContext, { mergeId }: Parsed<'patients.undoMerge'>): Output<'patients.undoMerge'> {
  const undone = store.write(context, db => {
    const merge = findMerge(db, mergeId)
    if (merge === null) throw notFound('merge')
    const { keptId, mergedId, undo } = merge
    if (merge.version !== undo.keptVersion) throw refused('This record was changed after the merge, so the merge can no longer be taken back. Correct the records by hand.')
    moveRowsBack(db, undo, keptId, mergedId)
    removeIdentifiers(db, undo.added, context.at)
    const change = { id: keptId, expectedVersion: merge.version, fields: undo.fieldsBefore, changed: [], typedFields: undo.typedBefore, at: context.at }
    if (!updatePatient(db, change, kind => ids.next(kind))) throw conflict('patient', merge.version)
    const version = vitalAsBefore(db, context, keptId, undo)
    recordMergeUndone(db, merge, context.actorId, context.at)
    db.audit({ action: 'patient.merge-undone', entity: 'patient', entityId: keptId, patientId: keptId, detail: { apart: mergedId } })
    db.audit({ action: 'patient.merge-undone', entity: 'patient', entityId: mergedId, patientId: mergedId, detail: { apart: keptId } })
    refreshBoth(db, context, keptId, mergedId)
    return { patientId: keptId, version }
  })
  events.changed('patients', 'cases', 'stays', 'notes', 'tasks', 'contacts', 'worklists')
  return undone
}

/** Writes the vital state of before the merge when it is another by now; returns the record's version. */
function vitalAsBefore(db: WriteDb, { at }: RequestContext, id: PatientId, { vitalBefore: vital, confirmation }: Pick<UndoOfMerge, 'vitalBefore' | 'confirmation'>): number {
  const now = findPatient(db, id)
  if (now === null) throw notFound('patient')
  if (JSON.stringify(now.vital) === JSON.stringify(vital)) return now.version
  restoreVital(db, { id, expectedVersion: now.version, vital, at }, confirmation)
  return now.version + 1
}
