import type { DuplicateCandidate, PatientAtAGlance } from '#shared/contract/patients.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { duplicateReasons, type Identity } from '#shared/domain/caseload/duplicates.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { findPatient, recordFacts } from '#electron/store/queries/patients/find-patient.ts'
import { areKeptApart, patientsWorthComparing, undecidedPairs } from '#electron/store/queries/patients/look-alikes.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { noteViewing } from './note-viewing.ts'

const MOST = 10

/** Who looks like these fields; showing them is written down, since it shows people. */
export function findDuplicates(deps: Pick<Deps, 'store'>, context: RequestContext, { except, ...identity }: Parsed<'patients.findDuplicates'>): Output<'patients.findDuplicates'> {
  const found = deps.store.read(db => lookAlikes(db, identity, except))
  for (const { other } of found) noteCompared(deps, context, other.patient.id)
  return [...found]
}

/** Pairs of the whole store nobody has decided on. */
export function listDuplicatePairs(deps: Pick<Deps, 'store'>, context: RequestContext): Output<'patients.duplicatePairs'> {
  const pairs = deps.store.read(db => undecidedPairs(db).flatMap(pair => {
    const [one, other] = [glance(db, pair.one), glance(db, pair.other)]
    if (one === null || other === null) return []
    const reasons = duplicateReasons(one.patient, other.patient)
    return reasons.length === 0 ? [] : [{ reasons: [...reasons], one, other }]
  }))
  for (const { one, other } of pairs) for (const each of [one, other]) noteCompared(deps, context, each.patient.id)
  return pairs.sort((a, b) => b.reasons.length - a.reasons.length)
}

/** Patients who may be the same person as `identity`, without those a person keeps apart from `except`. */
export function lookAlikes(db: ReadDb, identity: Identity, except: PatientId | 'none'): readonly DuplicateCandidate[] {
  const candidates = patientsWorthComparing(db, identity).filter(id => id !== except && (except === 'none' || !areKeptApart(db, except, id)))
  return candidates
    .flatMap(id => {
      const other = glance(db, id)
      const reasons = other === null ? [] : duplicateReasons(identity, other.patient)
      return other === null || reasons.length === 0 ? [] : [{ reasons: [...reasons], other }]
    })
    .sort((a, b) => b.reasons.length - a.reasons.length)
    .slice(0, MOST)
}

function glance(db: ReadDb, id: PatientId): PatientAtAGlance | null {
  const patient = findPatient(db, id)
  return patient === null ? null : { patient, ...recordFacts(db, id) }
}

const noteCompared = (deps: Pick<Deps, 'store'>, context: RequestContext, id: PatientId): void =>
  noteViewing(deps, context, { action: 'patient.compared', entity: 'patient', entityId: id, patientId: id })
