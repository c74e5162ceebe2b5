import type { StayFields } from '#shared/contract/stays.ts'
import { moveOrderProblem, settledSteps, statusOrderProblem, stayEnds } from '#shared/domain/caseload/stay-order.ts'
import type { Stay } from '#shared/model/stay.ts'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { nameOfUnit } from '#electron/store/queries/cases/case-choices.ts'
import { findCase } from '#electron/store/queries/cases/find-case.ts'
import type { StayEnds } from '#electron/store/queries/stays/save-stay.ts'
import type { RequestContext } from '#electron/services/deps.ts'
import { invalid, notFound } from '../refusals.ts'

/** What follows from a stay's fields; throws where the order of statuses and moves cannot be. `path` is the place of the fields in the input; what `before` had already is not judged again. */
export function checkedEnds(db: ReadDb, fields: StayFields, { at: now }: Pick<RequestContext, 'at'>, path: string, before: Stay | null): StayEnds {
  const [first, ...rest] = fields.statusChanges
  if (first === undefined) throw invalid(`${path}.statusChanges`, 'A stay begins with a status.')
  const status = statusOrderProblem(fields.statusChanges, now, settledSteps(before?.statusChanges ?? [], fields.statusChanges))
  if (status !== null) throw invalid(`${path}.statusChanges.${status.index}`, status.message)
  const ends = stayEnds([first, ...rest])
  const move = moveOrderProblem(fields.unitMoves, ends.arrivedAt, ends.endedAt, now, before?.arrivedAt === ends.arrivedAt ? settledSteps(before.unitMoves, fields.unitMoves) : 0)
  if (move !== null) throw invalid(`${path}.unitMoves.${move.index}`, move.message)
  for (const [index, { unitId }] of fields.unitMoves.entries()) {
    if (unitId !== 'unknown' && nameOfUnit(db, unitId) === null) throw invalid(`${path}.unitMoves.${index}`, 'This unit is not in the store.')
  }
  return ends
}

/** A stay hangs on a case of its own patient only. */
export function checkCaseOfStay(db: ReadDb, caseId: CaseId | 'none', patientId: PatientId): void {
  if (caseId !== 'none' && findCase(db, caseId)?.patientId !== patientId) throw notFound('case')
}
