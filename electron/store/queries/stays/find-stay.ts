import { z } from 'zod'
import { nullToUnknown } from '#shared/kernel/unknown.ts'
import { CaseId, PatientId, StayId, type CaseId as OfCase, type PatientId as OfPatient, type StayId as Id } from '#shared/model/ids.ts'
import { Moment } from '#shared/model/scalars.ts'
import { Disposition, Stay, StayKind, StayStatus } from '#shared/model/stay.ts'
import type { ReadDb } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'

const text = z.string().nullable()
const StayRow = z.object({
  id: StayId, version: z.number(), patientId: PatientId, caseId: CaseId.nullable(), kind: StayKind, visitNumber: text, facilityName: text, reason: text, attending: text, arrivedAt: Moment,
  endedAt: Moment.nullable(), disposition: Disposition.nullable().catch(null), status: StayStatus,
})

const stayRow = sql`
  SELECT id, version, patient_id AS patientId, case_id AS caseId, kind, visit_number AS visitNumber, facility_name AS facilityName, reason, attending, arrived_at AS arrivedAt, ended_at AS endedAt,
    disposition, status
  FROM stay`

export function findStay(db: ReadDb, id: Id): Stay | null {
  return staysWhere(db, sql`id = ${id}`, sql`id`, 1)[0] ?? null
}

/** Newest first; at most 200. */
export function staysOfPatient(db: ReadDb, patientId: OfPatient): readonly Stay[] {
  return staysWhere(db, sql`patient_id = ${patientId}`, sql`arrived_at DESC, id DESC`, 200)
}

/** The stay a case is counted from: the ongoing one, else the latest; never a cancelled one. */
export function findStayOfCase(db: ReadDb, caseId: OfCase): Stay | null {
  return staysWhere(db, sql`case_id = ${caseId} AND status <> 'cancelled'`, sql`ended_at IS NOT NULL, arrived_at DESC, id DESC`, 1)[0] ?? null
}

function staysWhere(db: ReadDb, where: SqlQuery, order: SqlQuery, limit: number): readonly Stay[] {
  return db.all(sql`${stayRow} WHERE ${where} AND removed_at IS NULL ORDER BY ${order} LIMIT ${limit}`).map(found => {
    const row = StayRow.parse(found)
    return Stay.parse({
      ...row, caseId: row.caseId ?? 'none', visitNumber: nullToUnknown(row.visitNumber), facilityName: nullToUnknown(row.facilityName), reason: nullToUnknown(row.reason), attending: nullToUnknown(row.attending),
      endedAt: row.endedAt ?? 'ongoing', disposition: nullToUnknown(row.disposition), statusChanges: statusChangesOf(db, row.id), unitMoves: unitMovesOf(db, row.id),
    })
  })
}

// A planned arrival stands first: who was planned for ten may come at eight.
const statusChangesOf = (db: ReadDb, id: Id) =>
  db.all(sql`SELECT status, from_at AS "from" FROM stay_status WHERE stay_id = ${id} AND removed_at IS NULL ORDER BY status <> 'planned', from_at, id`).map(row => ({ ...row }))

const unitMovesOf = (db: ReadDb, id: Id) =>
  db
    .all(sql`
      SELECT coalesce(l.unit_id, 'unknown') AS unitId, coalesce(u.name, l.unit_name, 'unknown') AS unitName, coalesce(l.room, 'unknown') AS room, coalesce(l.bed, 'unknown') AS bed, l.from_at AS "from"
      FROM stay_location l LEFT JOIN unit u ON u.id = l.unit_id WHERE l.stay_id = ${id} AND l.removed_at IS NULL ORDER BY l.from_at, l.id`)
    .map(row => ({ ...row }))
