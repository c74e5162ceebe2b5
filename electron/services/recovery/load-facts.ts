import type { CaseFacts } from '#shared/domain/recovery/case-facts.ts'
import { inpatientOrderAt } from '#shared/domain/utilization/inpatient-order.ts'
import { AppError } from '#shared/contract/errors.ts'
import { plainDateOf } from '#shared/kernel/instant.ts'
import type { CaseId } from '#shared/model/ids.ts'
import type { ReadDb } from '#electron/store/db.ts'
import {
  diagnosesOf, drugsOf, endDay, findRecoveryCase, proceduresOf, staysOfRecovery, type CaseRow, type DiagnosisRow, type ProcedureRow, type StayOfCase,
} from '#electron/store/queries/recovery/case-facts.ts'
import { presentCoverages } from '#electron/store/queries/patients/present-coverage.ts'
import type { RequestContext } from '../deps.ts'
import { expectedStay } from './expected-stay.ts'

export interface LoadedCase {
  readonly head: CaseRow
  readonly facts: CaseFacts
}

/** What the rules need to know of a case, as of the request's day. Throws when the case is not there. */
export function loadFacts(db: ReadDb, caseId: CaseId, { at, today, zone }: Pick<RequestContext, 'at' | 'today' | 'zone'>): LoadedCase {
  const head = findRecoveryCase(db, caseId)
  if (head === null) throw new AppError({ code: 'not-found', message: 'That case is no longer here; the patient may have been merged.' })
  const stays = staysOfRecovery(db, caseId)
  const stay = stays[0]
  const order = stay === undefined ? null : inpatientOrderAt(stay.statusChanges, at)
  const inpatientFrom = order === null ? 'unknown' : plainDateOf(order, zone)
  const dischargedOn = stay === undefined ? 'not-discharged' : endDay(stay, zone)
  const inCase = belongsTo(stays, { today, zone })
  const facts: CaseFacts = {
    reason: head.reason,
    drgCode: head.drgCode,
    openedOn: head.openedOn,
    admittedOn: stay === undefined ? 'unknown' : plainDateOf(stay.arrivedAt, zone),
    inpatientFrom,
    dischargedOn,
    edd: head.edd,
    destination: head.destination,
    stayClass: stay === undefined ? 'unknown' : inpatientFrom === 'unknown' ? 'not-inpatient' : 'inpatient',
    payers: presentCoverages(db, head.patientId, today).map(({ payerKind }) => payerKind),
    drugs: drugsOf(db, head.patientId),
    diagnoses: diagnosesOf(db, head.patientId).map(({ stayId, isHistory, ...rest }: DiagnosisRow) => ({ ...rest, isHistory: isHistory === 1, inStay: inCase(stayId, rest.onsetOn) })),
    procedures: proceduresOf(db, head.patientId).map(({ stayId, ...rest }: ProcedureRow) => ({ ...rest, inStay: inCase(stayId, rest.performedOn) })),
    expectedStay: expectedStay(db, head, inpatientFrom, dischargedOn, today),
  }
  return { head, facts }
}

/** By link where the record has one; else by its day, from arrival to discharge (or today). */
function belongsTo(stays: readonly StayOfCase[], { today, zone }: Pick<RequestContext, 'today' | 'zone'>) {
  const spans = stays.map(stay => ({ id: stay.id, from: plainDateOf(stay.arrivedAt, zone), to: stay.endedAt === null ? today : plainDateOf(stay.endedAt, zone) }))
  return (stayId: string, day: string): boolean => (stayId === 'none' ? spans.some(({ from, to }) => from <= day && day <= to) : spans.some(({ id }) => id === stayId))
}
