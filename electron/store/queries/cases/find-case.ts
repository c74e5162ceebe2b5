import { z } from 'zod'
import type { CaseOfPatient } from '#shared/contract/cases.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { nullToUnknown } from '#shared/kernel/unknown.ts'
import { Case, CaseFields, CaseStatus, CloseReason, Destination, Risk, Sensitivity } from '#shared/model/case.ts'
import { CaseId, PatientId, PersonId, UnitId, type CaseId as Id, type PatientId as OfPatient } from '#shared/model/ids.ts'
import { Day, Moment } from '#shared/model/scalars.ts'
import type { ReadDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import { presentCoverages } from '../patients/present-coverage.ts'

const text = z.string().nullable()
const CaseRow = z.object({
  id: CaseId, version: z.number(), patientId: PatientId, status: CaseStatus, reason: z.string(), program: CaseFields.shape.program, unitId: UnitId.nullable(), caseManagerId: PersonId.nullable(),
  drgCode: text, goalTenths: z.number().int().nullable(), risk: Risk, sensitivity: Sensitivity, destination: Destination.nullable(), openedOn: Day, closedOn: Day.nullable(), closeReason: CloseReason.nullable(), edd: Day.nullable(),
})

export function findCase(db: ReadDb, id: Id): Case | null {
  const found = db.get(sql`
    SELECT id, version, patient_id AS patientId, status, reason, program, unit_id AS unitId, case_manager_id AS caseManagerId, drg_code AS drgCode, goal_los_tenths AS goalTenths, risk, sensitivity,
      destination, opened_on AS openedOn, closed_on AS closedOn, close_reason AS closeReason, edd
    FROM "case" WHERE id = ${id} AND removed_at IS NULL`)
  if (found === undefined) return null
  const { drgCode, goalTenths, ...row } = CaseRow.parse(found)
  return Case.parse({
    ...row, unitId: nullToUnknown(row.unitId), caseManagerId: row.caseManagerId ?? 'unassigned', drgCode: drgCode ?? 'not-assigned', goalLosDays: goalTenths === null ? 'none' : goalTenths / 10,
    destination: nullToUnknown(row.destination), closedOn: row.closedOn ?? 'open', closeReason: row.closeReason ?? 'none', edd: nullToUnknown(row.edd),
  })
}

const PlaceRow = z.object({ unitName: text, room: text, bed: text, caseManagerName: text, patientId: PatientId, missingSince: Moment.nullable() })

/** Names that a case shows beside its own facts: where the patient lies, who carries the case, who pays, since when the census misses the stay. */
export function namesOfCase(db: ReadDb, id: Id, stayId: string | 'none', today: PlainDate) {
  const row = PlaceRow.parse(db.get(sql`
    SELECT c.patient_id AS patientId, coalesce(lu.name, l.unit_name, u.name) AS unitName, l.room, l.bed, m.full_name AS caseManagerName,
      (SELECT first_missing_at FROM census_absence WHERE stay_id = ${stayId} AND resolution IS NULL LIMIT 1) AS missingSince
    FROM "case" c
      LEFT JOIN unit u ON u.id = c.unit_id
      LEFT JOIN person m ON m.id = c.case_manager_id
      LEFT JOIN stay s ON s.id = ${stayId} AND s.ended_at IS NULL
      LEFT JOIN stay_location l ON l.id = (SELECT id FROM stay_location WHERE stay_id = s.id AND removed_at IS NULL ORDER BY from_at DESC, id DESC LIMIT 1)
      LEFT JOIN unit lu ON lu.id = l.unit_id
    WHERE c.id = ${id}`))
  const payer = presentCoverages(db, row.patientId, today)[0]
  return {
    unitName: nullToUnknown(row.unitName), room: nullToUnknown(row.room), bed: nullToUnknown(row.bed), caseManagerName: row.caseManagerName ?? ('unassigned' as const),
    payer: payer === undefined ? ('unknown' as const) : { name: payer.payerName, kind: payer.payerKind }, censusMissingSince: row.missingSince ?? ('on-census' as const),
  }
}

const OfPatientRow = z.object({
  caseId: CaseId, status: CaseStatus, reason: z.string(), program: CaseFields.shape.program, sensitivity: Sensitivity, unitName: text, caseManagerName: text, openedOn: Day, closedOn: Day.nullable(), edd: Day.nullable(),
})

/** A patient's cases: those not closed first, then the newest. */
export function casesOfPatient(db: ReadDb, patientId: OfPatient): CaseOfPatient[] {
  return db
    .all(sql`
      SELECT c.id AS caseId, c.status, c.reason, c.program, c.sensitivity, u.name AS unitName, m.full_name AS caseManagerName, c.opened_on AS openedOn, c.closed_on AS closedOn, c.edd
      FROM "case" c LEFT JOIN unit u ON u.id = c.unit_id LEFT JOIN person m ON m.id = c.case_manager_id
      WHERE c.patient_id = ${patientId} AND c.removed_at IS NULL ORDER BY c.status = 'closed', c.opened_on DESC, c.id DESC LIMIT 200`)
    .map(found => OfPatientRow.parse(found))
    .map(row => ({ ...row, unitName: nullToUnknown(row.unitName), caseManagerName: row.caseManagerName ?? 'unassigned', closedOn: row.closedOn ?? 'open', edd: nullToUnknown(row.edd) }))
}

/** Hospital cases of a patient that are not closed and have no stay. */
export function casesWithoutStay(db: ReadDb, patientId: OfPatient): readonly Id[] {
  return db
    .all(sql`
      SELECT c.id FROM "case" c WHERE c.patient_id = ${patientId} AND c.status <> 'closed' AND c.program <> 'outpatient' AND c.removed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM stay s WHERE s.case_id = c.id AND s.removed_at IS NULL AND s.status <> 'cancelled') ORDER BY c.id`)
    .map(row => CaseId.parse(row['id']))
}
