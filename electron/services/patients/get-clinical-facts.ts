import type { Output, Parsed } from '#shared/contract/index.ts'
import { clinicalFactsOf } from '#electron/store/queries/clinical-facts.ts'
import { currentPatientId } from '#electron/store/queries/patients/find-patient.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { notFound } from '../refusals.ts'
import { noteViewing } from './note-viewing.ts'

/** What was seen of the patient in records from elsewhere. */
export function getClinicalFacts(deps: Pick<Deps, 'store'>, context: RequestContext, { patientId }: Parsed<'patients.facts'>): Output<'patients.facts'> {
  const found = deps.store.read(db => {
    const id = currentPatientId(db, patientId)
    if (id === null) throw notFound('patient')
    return { id, facts: clinicalFactsOf(db, id) }
  })
  noteViewing(deps, context, { action: 'patient.viewed', entity: 'patient', entityId: found.id, patientId: found.id })
  return found.facts
}
