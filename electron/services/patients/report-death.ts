import { mergeVital } from '#shared/domain/interchange/merge-fields.ts'
import { type Instant, plainDateOf } from '#shared/kernel/instant.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { Stay } from '#shared/model/stay.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { refreshSummariesOfPatient } from '#electron/store/queries/caseload/case-summary.ts'
import { updateImportedVital } from '#electron/store/queries/interchange/patient-rows.ts'
import { findPatient } from '#electron/store/queries/patients/find-patient.ts'
import { typedFieldsOf } from '#electron/store/queries/patients/save-patient.ts'
import type { RequestContext } from '../deps.ts'

/** A stay that ended with death reports the death, to be confirmed by a person; a person's own word about life and death stands. */
export function reportDeath(db: WriteDb, { at, today, zone }: RequestContext, patientId: PatientId, { disposition, endedAt }: { readonly disposition: Stay['disposition']; readonly endedAt: Instant | 'ongoing' }): void {
  if (disposition !== 'died' || endedAt === 'ongoing') return
  const patient = findPatient(db, patientId)
  if (patient === null) return
  const vital = mergeVital(patient.vital, typedFieldsOf(db, patientId), { state: 'died', on: plainDateOf(endedAt, zone), confirmed: false })
  if (vital === 'keep') return
  updateImportedVital(db, patientId, vital, at)
  db.audit({ action: 'patient.death-reported', entity: 'patient', entityId: patientId, patientId, changedFields: ['vital'] })
  refreshSummariesOfPatient(db, patientId, today)
}
