import type { Output, Parsed } from '#shared/contract/index.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import { ageInYears } from '#shared/kernel/plain-date.ts'
import { currentPatientId, deathConfirmedBy, findPatient } from '#electron/store/queries/patients/find-patient.ts'
import { mergesInto, type Merge } from '#electron/store/queries/patients/merges.ts'
import { MergeId, type MergeRecord } from '#shared/contract/patients.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { notFound } from '../refusals.ts'
import { noteViewing } from './note-viewing.ts'

/** The patient a page shows; a merged record answers with the one it went into. */
export function getPatient(deps: Pick<Deps, 'store'>, context: RequestContext, { patientId }: Parsed<'patients.get'>): Output<'patients.get'> {
  const view = deps.store.read(db => {
    const id = currentPatientId(db, patientId)
    const patient = id === null ? null : findPatient(db, id)
    if (id === null || patient === null) throw notFound('patient')
    const until = patient.vital.state === 'died' && patient.vital.on !== 'unknown' ? patient.vital.on : context.today
    return {
      patient,
      ageYears: patient.birthDate === 'unknown' ? ('unknown' as const) : Math.max(0, ageInYears(patient.birthDate, until)),
      deathConfirmedBy: deathConfirmedBy(db, id) ?? 'nobody',
      merges: mergesInto(db, id).map(toRecord),
    }
  })
  noteViewing(deps, context, { action: 'patient.viewed', entity: 'patient', entityId: view.patient.id, patientId: view.patient.id })
  return view
}

function toRecord(merge: Merge): MergeRecord {
  return {
    id: MergeId.parse(merge.id), mergedPatientId: merge.mergedId, mergedName: listName({ familyName: merge.mergedFamilyName, givenNames: merge.mergedGivenNames ?? 'unknown' }),
    at: merge.at, byName: merge.byName, undoable: merge.version === merge.undo.keptVersion,
  }
}
