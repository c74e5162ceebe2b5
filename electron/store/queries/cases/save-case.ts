import type { Instant } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { unknownToNull } from '#shared/kernel/unknown.ts'
import type { CaseFields, CaseStatus, CloseReason } from '#shared/model/case.ts'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import type { WriteDb } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'

export interface NewCase {
  readonly id: CaseId
  readonly patientId: PatientId
  readonly fields: CaseFields
  readonly openedOn: PlainDate
  readonly at: Instant
}

export function insertCase(db: WriteDb, { id, patientId, fields, openedOn, at }: NewCase): void {
  db.run(sql`
    INSERT INTO "case" (id, version, patient_id, status, reason, program, unit_id, case_manager_id, drg_code, goal_los_tenths, risk, sensitivity, destination, opened_on, created_at)
    VALUES (${id}, 1, ${patientId}, 'open', ${fields.reason}, ${fields.program}, ${unknownToNull(fields.unitId)}, ${managerOrNull(fields)}, ${drgOrNull(fields)}, ${goalTenths(fields)},
      ${fields.risk}, ${fields.sensitivity}, ${unknownToNull(fields.destination)}, ${openedOn}, ${at})`)
}

/** False when the case has another version by now; nothing is written then. */
export function updateCaseFields(db: WriteDb, id: CaseId, expectedVersion: number, fields: CaseFields): boolean {
  return update(db, id, expectedVersion, sql`
    reason = ${fields.reason}, program = ${fields.program}, unit_id = ${unknownToNull(fields.unitId)}, case_manager_id = ${managerOrNull(fields)}, drg_code = ${drgOrNull(fields)},
    goal_los_tenths = ${goalTenths(fields)}, risk = ${fields.risk}, sensitivity = ${fields.sensitivity}, destination = ${unknownToNull(fields.destination)}`)
}

export function updateCaseStatus(db: WriteDb, id: CaseId, expectedVersion: number, status: CaseStatus): boolean {
  return update(db, id, expectedVersion, sql`status = ${status}`)
}

export function closeCaseRow(db: WriteDb, id: CaseId, expectedVersion: number, closeReason: CloseReason, closedOn: PlainDate): boolean {
  return update(db, id, expectedVersion, sql`status = 'closed', close_reason = ${closeReason}, closed_on = ${closedOn}`)
}

export function reopenCaseRow(db: WriteDb, id: CaseId, expectedVersion: number): boolean {
  return update(db, id, expectedVersion, sql`status = 'open', close_reason = NULL, closed_on = NULL`)
}

function update(db: WriteDb, id: CaseId, expectedVersion: number, assignments: SqlQuery): boolean {
  return db.run(sql`UPDATE "case" SET version = version + 1, ${assignments} WHERE id = ${id} AND version = ${expectedVersion} AND removed_at IS NULL`).changes === 1
}

const managerOrNull = (fields: CaseFields): string | null => (fields.caseManagerId === 'unassigned' ? null : fields.caseManagerId)
const drgOrNull = (fields: CaseFields): string | null => (fields.drgCode === 'not-assigned' ? null : fields.drgCode)
const goalTenths = (fields: CaseFields): number | null => (fields.goalLosDays === 'none' ? null : Math.round(fields.goalLosDays * 10))
