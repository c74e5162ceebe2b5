import type { Output, Parsed } from '#shared/contract/index.ts'
import { findPatient } from '#electron/store/queries/patients/find-patient.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { notFound, refused } from '../refusals.ts'
import { keepApartFromEach } from './create-patient.ts'

/** Remembers that two look-alikes are two people; they are not offered again. */
export function keepPatientsApart({ store, ids, events }: Deps, context: RequestContext, { patientId, otherPatientId }: Parsed<'patients.keepApart'>): Output<'patients.keepApart'> {
  if (patientId === otherPatientId) throw refused('These are the same record.')
  const kept = store.write(context, db => {
    if (findPatient(db, patientId) === null || findPatient(db, otherPatientId) === null) throw notFound('patient')
    keepApartFromEach({ ids }, db, context, patientId, [otherPatientId])
    return { kept: true as const }
  })
  events.changed('patients')
  return kept
}
