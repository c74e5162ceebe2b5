import type { Output, Parsed } from '#shared/contract/index.ts'
import { clinicalFactsOf } from '#electron/store/queries/clinical-facts.ts'
import { currentPatientId } from '#electron/store/queries/patients/find-patient.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { knownInstruments } from '../interchange/instruments-file.ts'
import { notFound } from '../refusals.ts'
import { noteViewing } from './note-viewing.ts'

/** What was seen of the patient in records from elsewhere. */
export function getClinicalFacts(deps: Pick<Deps, 'store' | 'resources'>, context: RequestContext, { patientId }: Parsed<'patients.facts'>): Output<'patients.facts'> {
  const found = deps.store.read(db => {
    const id = currentPatientId(db, patientId)
    if (id === null) throw notFound('patient')
    return { id, facts: clinicalFactsOf(db, id) }
  })
  noteViewing(deps, context, { action: 'patient.viewed', entity: 'patient', entityId: found.id, patientId: found.id })
  const known = new Map(knownInstruments(deps).map(instrument => [instrument.id, instrument]))
  const instruments = found.facts.instruments.map(result => {
    const instrument = known.get(result.instrumentId)
    return { ...result, name: instrument?.name ?? result.instrumentId, scale: instrument?.scale ?? 'unknown' as const }
  })
  return { ...found.facts, instruments }
}
