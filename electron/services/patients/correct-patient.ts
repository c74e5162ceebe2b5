import type { Output, Parsed } from '#shared/contract/index.ts'
import { refreshSummariesOfPatient } from '#electron/store/queries/caseload/case-summary.ts'
import { refreshPatientSearch } from '#electron/store/queries/caseload/patient-search.ts'
import { findPatient } from '#electron/store/queries/patients/find-patient.ts'
import { typedFieldsOf, updatePatient } from '#electron/store/queries/patients/save-patient.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { conflict, notFound, refused } from '../refusals.ts'
import { keepApartFromEach, refuseBirthInFuture, refuseUnseenLookAlikes } from './create-patient.ts'
import { changedFields, fieldsOf, type FieldName } from './field-changes.ts'

const identifying: readonly FieldName[] = ['mrn', 'familyName', 'givenNames', 'birthDate']

/** Corrects a patient. What differs was typed by a person: an import leaves it alone from now on. */
export function correctPatient({ store, ids, events }: Deps, context: RequestContext, input: Parsed<'patients.correct'>): Output<'patients.correct'> {
  const { patientId, expectedVersion, fields, keepApartFrom } = input
  refuseBirthInFuture(fields.birthDate, context)
  const corrected = store.write(context, db => {
    const before = findPatient(db, patientId)
    if (before === null) throw notFound('patient')
    if (before.mergedInto !== 'none') throw refused('This record was merged into another. Correct that one.')
    if (before.version !== expectedVersion) throw conflict('patient', before.version)
    const changed = changedFields(fieldsOf(before), fields)
    if (changed.length === 0) return { patientId, version: before.version }
    if (changed.some(name => identifying.includes(name))) refuseUnseenLookAlikes(db, fields, patientId, keepApartFrom)
    const typedFields = [...new Set([...typedFieldsOf(db, patientId), ...changed])]
    if (!updatePatient(db, { id: patientId, expectedVersion, fields, changed, typedFields, at: context.at }, kind => ids.next(kind))) throw conflict('patient', before.version)
    db.audit({ action: 'patient.corrected', entity: 'patient', entityId: patientId, patientId, changedFields: changed })
    keepApartFromEach({ ids }, db, context, patientId, keepApartFrom)
    refreshPatientSearch(db, patientId)
    refreshSummariesOfPatient(db, patientId, context.today)
    return { patientId, version: expectedVersion + 1 }
  })
  events.changed('patients', 'cases', 'worklists')
  return corrected
}
