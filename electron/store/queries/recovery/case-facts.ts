import { z } from 'zod'
import { plainDateOf, type Zone } from '#shared/kernel/instant.ts'
import { CaseStatus, Destination } from '#shared/model/case.ts'
import { PatientId, StayId, type CaseId } from '#shared/model/ids.ts'
import { Day, Line, Moment, Version, known } from '#shared/model/scalars.ts'
import { StatusChange, StayKind } from '#shared/model/stay.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { ReadDb } from '../../db.ts'
import { sql } from '../../sql.ts'

const CaseRow = z.strictObject({
  patientId: PatientId, version: Version, status: CaseStatus, reason: Line, drgCode: z.string(), goalTenths: z.union([z.null(), z.number().int()]), destination: known(Destination),
  openedOn: Day, edd: known(Day), deceased: z.literal(['yes', 'no', 'unknown']),
})
export type CaseRow = z.output<typeof CaseRow>

/** The case as the rules of recovery need it; null when there is none. */
export function findRecoveryCase(db: ReadDb, caseId: CaseId): CaseRow | null {
  const row = db.get(sql`
    SELECT c.patient_id AS patientId, c.version, c.status, c.reason, coalesce(c.drg_code, 'not-assigned') AS drgCode, c.goal_los_tenths AS goalTenths, coalesce(c.destination, 'unknown') AS destination,
      c.opened_on AS openedOn, coalesce(c.edd, 'unknown') AS edd, p.deceased
    FROM "case" c JOIN patient p ON p.id = c.patient_id WHERE c.id = ${caseId} AND c.removed_at IS NULL`)
  return row === undefined ? null : CaseRow.parse(row)
}

const StayRow = z.strictObject({ id: StayId, kind: StayKind, arrivedAt: Moment, endedAt: z.union([z.null(), Moment]) })
export interface StayOfCase extends z.output<typeof StayRow> {
  readonly statusChanges: readonly StatusChange[]
}

/** The stays of a case: the ongoing one first, then the latest; cancelled ones never. The first is the one figures are counted from. */
export function staysOfRecovery(db: ReadDb, caseId: CaseId): readonly StayOfCase[] {
  return db
    .all(sql`SELECT id, kind, arrived_at AS arrivedAt, ended_at AS endedAt FROM stay WHERE case_id = ${caseId} AND removed_at IS NULL AND status <> 'cancelled' ORDER BY ended_at IS NOT NULL, arrived_at DESC, id DESC`)
    .map(row => StayRow.parse(row))
    .map(stay => ({ ...stay, statusChanges: db.all(sql`SELECT status, from_at AS "from" FROM stay_status WHERE stay_id = ${stay.id} AND removed_at IS NULL ORDER BY status <> 'planned', from_at, id`).map(row => StatusChange.parse(row)) }))
}

const ClinicalRow = { label: z.string(), codeSystem: z.string(), code: z.string(), stayId: z.string() }
const DiagnosisRow = z.strictObject({ ...ClinicalRow, clinicalStatus: z.string(), verification: z.string(), isHistory: z.number(), onsetOn: known(Day), abatedOn: known(Day) })
const ProcedureRow = z.strictObject({ ...ClinicalRow, status: z.string(), performedOn: known(Day) })
export type DiagnosisRow = z.output<typeof DiagnosisRow>
export type ProcedureRow = z.output<typeof ProcedureRow>

export function diagnosesOf(db: ReadDb, patientId: PatientId): readonly DiagnosisRow[] {
  return db
    .all(sql`
      SELECT label, coalesce(code_system, 'unknown') AS codeSystem, coalesce(code, 'unknown') AS code, coalesce(stay_id, 'none') AS stayId, clinical_status AS clinicalStatus, verification,
        is_history AS isHistory, coalesce(onset_on, 'unknown') AS onsetOn, coalesce(abated_on, 'unknown') AS abatedOn
      FROM condition WHERE patient_id = ${patientId} AND removed_at IS NULL ORDER BY onset_on DESC, id`)
    .map(row => DiagnosisRow.parse(row))
}

export function proceduresOf(db: ReadDb, patientId: PatientId): readonly ProcedureRow[] {
  return db
    .all(sql`
      SELECT label, coalesce(code_system, 'unknown') AS codeSystem, coalesce(code, 'unknown') AS code, coalesce(stay_id, 'none') AS stayId, status, coalesce(performed_on, 'unknown') AS performedOn
      FROM "procedure" WHERE patient_id = ${patientId} AND removed_at IS NULL ORDER BY performed_on DESC, id`)
    .map(row => ProcedureRow.parse(row))
}

/** Names of the active drugs, lower case; `unknown` when no list came with the patient. */
export function drugsOf(db: ReadDb, patientId: PatientId): readonly string[] | 'unknown' {
  const rows = db.all(sql`SELECT label, status FROM medication WHERE patient_id = ${patientId} AND removed_at IS NULL`)
  if (rows.length === 0) return 'unknown'
  return rows.filter(row => row['status'] === 'active').map(row => String(row['label']).toLowerCase())
}

/** The GMLOS of a DRG in the table that holds for a discharge on that day; `no-table` names nothing more, the year follows from the day. */
export function gmlosOf(db: ReadDb, drgCode: string, on: PlainDate): { readonly fiscalYear: number; readonly days: number | 'unknown' } | 'no-table' {
  const path = `$."${drgCode}".gmlosDays`
  const row = db.get(sql`SELECT fiscal_year AS fiscalYear, json_extract(rows, ${path}) AS days FROM drg_table WHERE effective_on <= ${on} AND through_on >= ${on}`)
  if (row === undefined) return 'no-table'
  return { fiscalYear: Number(row['fiscalYear']), days: typeof row['days'] === 'number' ? row['days'] : 'unknown' }
}

/** The calendar day of a stay's end on the facility's wall; `not-discharged` while it goes on. */
export const endDay = (stay: Pick<StayOfCase, 'endedAt'>, zone: Zone): PlainDate | 'not-discharged' => (stay.endedAt === null ? 'not-discharged' : plainDateOf(stay.endedAt, zone))
