import { z } from 'zod'
import { nullToUnknown } from '#shared/kernel/unknown.ts'
import { CaseStatus, Program, Risk, Sensitivity } from '#shared/model/case.ts'
import { CaseId, PatientId, PersonId, StayId, TimelineEntryId, UnitId } from '#shared/model/ids.ts'
import { PayerKind, Sex } from '#shared/model/patient.ts'
import { Day } from '#shared/model/scalars.ts'
import { StayStatus } from '#shared/model/stay.ts'
import type { LosOfList, WorklistDefinition, WorklistRow } from '#shared/model/worklist.ts'
import type { ReadDb } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'
import { outreachStopped } from '../patients/outreach-stopped.ts'
import { listFilter, losMidnights, shownExpectedTenths, type ListViewer } from './list-filter.ts'
import { listOrder } from './list-order.ts'

const SummaryRow = z.object({
  caseId: CaseId, patientId: PatientId, patientName: z.string(), mrn: z.string().nullable(), birthDate: Day.nullable(), sex: Sex, deceased: z.literal(['yes', 'no', 'unknown']), outreachStopped: z.number(),
  status: CaseStatus, program: Program, risk: Risk, sensitivity: Sensitivity, reason: z.string(), unitId: UnitId.nullable(), unitName: z.string().nullable(), bed: z.string().nullable(),
  stayId: StayId.nullable(), stayStatus: StayStatus.nullable(), censusMissingSince: z.string().nullable(), drgCode: z.string().nullable(), drgTitle: z.string().nullable(),
  midnights: z.number().int().nullable(), expectedTenths: z.number().int().nullable(), expectedSource: z.literal(['gmlos', 'goal']).nullable(), dischargedOn: Day.nullable(),
  nextEntryId: TimelineEntryId.nullable(), nextEntryLabel: z.string().nullable(), nextEntryOn: Day.nullable(), payerName: z.string().nullable(), payerKind: PayerKind.nullable(),
  caseManagerId: PersonId.nullable(), caseManagerName: z.string().nullable(), edd: Day.nullable(), openedOn: Day,
})

const columns = (viewer: ListViewer): SqlQuery => sql`
  s.case_id AS caseId, s.patient_id AS patientId, p.family_name || coalesce(', ' || p.given_names, '') AS patientName, s.mrn, s.birth_date AS birthDate, p.sex, s.deceased, ${outreachStopped.p} AS outreachStopped,
  s.status, s.program, s.risk, s.sensitivity, s.reason, s.unit_id AS unitId, s.unit_name AS unitName, s.bed,
  s.stay_id AS stayId, s.stay_status AS stayStatus, s.census_missing_since AS censusMissingSince, s.drg_code AS drgCode, s.drg_title AS drgTitle,
  ${losMidnights(viewer.today)} AS midnights, ${shownExpectedTenths} AS expectedTenths, s.expected_los_source AS expectedSource, s.discharged_on AS dischargedOn,
  s.next_entry_id AS nextEntryId, s.next_entry_label AS nextEntryLabel, s.next_entry_on AS nextEntryOn, s.payer_name AS payerName, s.payer_kind AS payerKind,
  s.case_manager_id AS caseManagerId, s.case_manager_name AS caseManagerName, s.edd, s.opened_on AS openedOn`

/** Rows `offset` to `offset + limit` of a worklist. The window is chosen on `case_summary` alone; names come for its rows only. */
export function listRows(db: ReadDb, definition: WorklistDefinition, viewer: ListViewer, window: Window): readonly WorklistRow[] {
  const order = listOrder(definition.sort, viewer.today)
  return windowOfRows(db, viewer, listFilter(definition, viewer), order, window, sql`0`).map(({ row }) => row)
}

/** Rows of the summary chosen by a condition of the caller's own, such as a section of Today, and how many there are in all: counted in the same walk. */
export function summaryRows(db: ReadDb, viewer: ListViewer, where: SqlQuery, order: SqlQuery, limit: number): { readonly total: number; readonly rows: readonly WorklistRow[] } {
  const found = windowOfRows(db, viewer, where, sql`${order}, s.case_id`, { offset: 0, limit }, sql`count(*) OVER ()`)
  return { total: found[0]?.total ?? 0, rows: found.map(({ row }) => row) }
}

/** Sorts numbers of rows, not rows: what a row shows is read for those of the window, once they are known. */
function windowOfRows(db: ReadDb, viewer: ListViewer, where: SqlQuery, order: SqlQuery, { offset, limit }: Window, total: SqlQuery) {
  return db
    .all(sql`
      SELECT w.total, ${columns(viewer)}
      FROM (SELECT s.rowid AS place, ${total} AS total FROM case_summary s WHERE ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}) w
        CROSS JOIN case_summary s ON s.rowid = w.place JOIN patient p ON p.id = s.patient_id
      ORDER BY ${order}`)
    .map(raw => ({ total: Count.parse(raw).total, row: toWorklistRow(SummaryRow.parse(raw)) }))
}

interface Window {
  readonly offset: number
  readonly limit: number
}

export function countRows(db: ReadDb, where: SqlQuery): number {
  return Count.parse(db.get(sql`SELECT count(*) AS total FROM case_summary s WHERE ${where}`)).total
}

const Count = z.object({ total: z.number().int() })

function toWorklistRow(row: z.output<typeof SummaryRow>): WorklistRow {
  return {
    caseId: row.caseId, patientId: row.patientId, patientName: row.patientName, mrn: nullToUnknown(row.mrn), birthDate: nullToUnknown(row.birthDate), sex: row.sex, died: row.deceased === 'yes', outreachStopped: row.outreachStopped === 1,
    status: row.status, program: row.program, risk: row.risk, sensitivity: row.sensitivity, condition: isSensitive(row) ? 'hidden' : row.reason,
    unitId: nullToUnknown(row.unitId), unitName: nullToUnknown(row.unitName), bed: nullToUnknown(row.bed),
    stayId: row.stayId ?? 'none', stayStatus: row.stayStatus ?? 'none', censusMissingSince: row.censusMissingSince ?? 'on-census',
    drgCode: isSensitive(row) ? 'hidden' : row.drgCode ?? 'not-assigned', drgTitle: isSensitive(row) ? 'unknown' : nullToUnknown(row.drgTitle), los: losOf(row),
    nextMilestone: row.nextEntryId === null ? 'none' : { entryId: row.nextEntryId, label: isSensitive(row) ? 'Next milestone' : row.nextEntryLabel ?? '', on: nullToUnknown(row.nextEntryOn) },
    payerName: nullToUnknown(row.payerName), payerKind: row.payerKind ?? 'unknown',
    caseManagerId: row.caseManagerId ?? 'unassigned', caseManagerName: row.caseManagerName ?? 'unassigned', edd: nullToUnknown(row.edd), openedOn: row.openedOn,
  }
}

const isSensitive = (row: z.output<typeof SummaryRow>): boolean => row.sensitivity !== 'none'

function losOf(row: z.output<typeof SummaryRow>): LosOfList {
  if (row.midnights === null) return { state: 'not-inpatient' }
  return { state: 'counted', midnights: row.midnights, expectedTenths: nullToUnknown(row.expectedTenths), expectedSource: row.expectedTenths === null ? 'none' : row.expectedSource ?? 'none', discharged: row.dischargedOn !== null }
}
