import type { Output, Parsed } from '#shared/contract/index.ts'
import type { Identity } from '#shared/domain/caseload/duplicates.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { refreshPatientSearch } from '#electron/store/queries/caseload/patient-search.ts'
import { keepApart } from '#electron/store/queries/patients/look-alikes.ts'
import { insertPatient } from '#electron/store/queries/patients/save-patient.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { invalid, refused } from '../refusals.ts'
import { filledFields } from './field-changes.ts'
import { lookAlikes } from './find-duplicates.ts'

/** Adds a patient by hand; a likely duplicate must have been looked at first. */
export function createPatient({ store, ids, events }: Deps, context: RequestContext, { fields, keepApartFrom }: Parsed<'patients.create'>): Output<'patients.create'> {
  refuseBirthInFuture(fields.birthDate, context)
  const created = store.write(context, db => {
    refuseUnseenLookAlikes(db, fields, 'none', keepApartFrom)
    const patientId = ids.next('patient')
    const typedFields = filledFields(fields)
    insertPatient(db, { id: patientId, fields, at: context.at, typedFields }, kind => ids.next(kind))
    db.audit({ action: 'patient.created', entity: 'patient', entityId: patientId, patientId, changedFields: typedFields })
    keepApartFromEach({ ids }, db, context, patientId, keepApartFrom)
    refreshPatientSearch(db, patientId)
    return { patientId, version: 1 }
  })
  events.changed('patients', 'worklists')
  return created
}

/** Refuses while somebody who looks the same is not among those the person has seen. */
export function refuseUnseenLookAlikes(db: WriteDb, identity: Identity, self: PatientId | 'none', seen: readonly PatientId[]): void {
  if (lookAlikes(db, identity, self).some(({ other }) => !seen.includes(other.patient.id))) throw refused('A patient like this one is here already. Compare the two first.')
}

/** Remembers each decision that two look-alikes are two people; both records say so in their history. */
export function keepApartFromEach({ ids }: Pick<Deps, 'ids'>, db: WriteDb, context: RequestContext, patientId: PatientId, others: readonly PatientId[]): void {
  for (const other of others) {
    keepApart(db, patientId, other, context.actorId, context.at, kind => ids.next(kind))
    for (const id of [patientId, other]) db.audit({ action: 'patient.kept-apart', entity: 'patient', entityId: id, patientId: id })
  }
}

export function refuseBirthInFuture(birthDate: Identity['birthDate'], { today }: Pick<RequestContext, 'today'>): void {
  if (birthDate !== 'unknown' && birthDate > today) throw invalid('fields.birthDate', 'The birth date lies in the future.')
}
