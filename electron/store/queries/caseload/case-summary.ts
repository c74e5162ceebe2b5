import { z } from 'zod'
import { inpatientOrderAt } from '#shared/domain/utilization/inpatient-order.ts'
import { isZone, plainDateOf, type Zone } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import { CaseStatus } from '#shared/model/case.ts'
import { CaseId, PatientId, type CaseId as Id } from '#shared/model/ids.ts'
import { Day, Moment } from '#shared/model/scalars.ts'
import { StayStatus } from '#shared/model/stay.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import { presentCoverages } from '../patients/present-coverage.ts'
import { fold } from './fold.ts'

/**
 * Rebuilds the line of `case_summary` that lists sort and filter on. Call it in the same transaction after any change of the case, its stay, timeline,
 * coverage, patient or census; a removed case loses its line.
 *
 * `today` is the facility's day: while a stay goes on, the DRG table of today holds. Days are those of the facility's wall clock.
 */
export function refreshCaseSummary(db: WriteDb, caseId: Id, today: PlainDate): void {
  const found = db.get(sql`${caseRow} WHERE c.id = ${caseId} AND c.removed_at IS NULL`)
  if (found === undefined) {
    db.run(sql`DELETE FROM case_summary WHERE case_id = ${caseId}`)
    return
  }
  const row = CaseRow.parse(found)
  const stay = stayOf(db, caseId, facilityZone(db))
  const place = placeOf(row, stay)
  const drg = drgFacts(db, row, stay?.dischargedOn ?? row.closedOn ?? today)
  const payer = presentCoverages(db, row.patientId, today)[0]
  const haystack = haystackOf(row, place, payer?.payerName ?? null)
  db.run(sql`
    INSERT INTO case_summary (
      case_id, patient_id, status, sort_name, mrn, birth_date, deceased, reason, program, sensitivity, risk, risk_rank, unit_id, unit_name, bed, case_manager_id, case_manager_name,
      stay_id, stay_status, arrived_on, inpatient_from_on, discharged_on, drg_code, drg_title, expected_los_tenths, expected_los_source, next_entry_id, next_entry_label, next_entry_on,
      edd, payer_name, payer_kind, census_missing_since, opened_on, closed_on, haystack
    ) VALUES (
      ${caseId}, ${row.patientId}, ${row.status}, ${row.sortName}, ${row.mrn}, ${row.birthDate}, ${row.deceased}, ${row.reason}, ${row.program}, ${row.sensitivity}, ${row.risk}, ${riskRank(row.risk)},
      ${place.unitId}, ${place.unitName}, ${place.bed}, ${row.caseManagerId}, ${row.caseManagerName},
      ${stay?.id ?? null}, ${stay?.status ?? null}, ${stay?.arrivedOn ?? null}, ${stay?.inpatientFromOn ?? null}, ${stay?.dischargedOn ?? null},
      ${row.drgCode}, ${drg.title}, ${drg.tenths}, ${drg.source}, ${row.nextId}, ${row.nextLabel}, ${row.nextOn},
      ${row.edd}, ${payer?.payerName ?? null}, ${payer?.payerKind ?? null}, ${stay?.missingSince ?? null}, ${row.openedOn}, ${row.closedOn}, ${haystack}
    )
    ON CONFLICT (case_id) DO UPDATE SET
      patient_id = excluded.patient_id, status = excluded.status, sort_name = excluded.sort_name, mrn = excluded.mrn, birth_date = excluded.birth_date, deceased = excluded.deceased,
      reason = excluded.reason, program = excluded.program, sensitivity = excluded.sensitivity, risk = excluded.risk, risk_rank = excluded.risk_rank,
      unit_id = excluded.unit_id, unit_name = excluded.unit_name, bed = excluded.bed, case_manager_id = excluded.case_manager_id, case_manager_name = excluded.case_manager_name,
      stay_id = excluded.stay_id, stay_status = excluded.stay_status, arrived_on = excluded.arrived_on, inpatient_from_on = excluded.inpatient_from_on, discharged_on = excluded.discharged_on,
      drg_code = excluded.drg_code, drg_title = excluded.drg_title, expected_los_tenths = excluded.expected_los_tenths, expected_los_source = excluded.expected_los_source,
      next_entry_id = excluded.next_entry_id, next_entry_label = excluded.next_entry_label, next_entry_on = excluded.next_entry_on, edd = excluded.edd,
      payer_name = excluded.payer_name, payer_kind = excluded.payer_kind, census_missing_since = excluded.census_missing_since, opened_on = excluded.opened_on, closed_on = excluded.closed_on,
      haystack = excluded.haystack`)
}

/** Rebuilds the lines of all cases of a patient: after a change of name, MRN, coverage, death or a merge. */
export function refreshSummariesOfPatient(db: WriteDb, patientId: z.output<typeof PatientId>, today: PlainDate): void {
  for (const row of db.all(sql`SELECT id FROM "case" WHERE patient_id = ${patientId}`)) refreshCaseSummary(db, CaseId.parse(row['id']), today)
}

/** The facility's zone; UTC in a store whose set-up is not finished. */
export function facilityZone(db: ReadDb): Zone {
  const zone = db.get(sql`SELECT time_zone AS zone FROM facility LIMIT 1`)?.['zone']
  return typeof zone === 'string' && isZone(zone) ? zone : 'UTC'
}

const caseRow = sql`
  SELECT c.patient_id AS patientId, c.status, c.reason, c.program, c.sensitivity, c.risk, c.unit_id AS unitId, u.name AS unitName, c.case_manager_id AS caseManagerId, m.full_name AS caseManagerName,
    c.drg_code AS drgCode, c.goal_los_tenths AS goalTenths, c.edd, c.opened_on AS openedOn, c.closed_on AS closedOn,
    p.family_name AS familyName, p.given_names AS givenNames, p.sort_name AS sortName, p.mrn, p.birth_date AS birthDate, p.deceased,
    e.id AS nextId, e.label AS nextLabel, e.planned_on AS nextOn
  FROM "case" c JOIN patient p ON p.id = c.patient_id
    LEFT JOIN unit u ON u.id = c.unit_id
    LEFT JOIN person m ON m.id = c.case_manager_id
    LEFT JOIN timeline_entry e ON e.id = (
      SELECT id FROM timeline_entry WHERE case_id = c.id AND kind = 'milestone' AND status = 'open' AND planned_on IS NOT NULL AND removed_at IS NULL ORDER BY planned_on, position LIMIT 1)`

const text = z.string().nullable()
const CaseRow = z.object({
  patientId: PatientId, status: CaseStatus, reason: z.string(), program: z.string(), sensitivity: z.string(), risk: z.string(), unitId: text, unitName: text, caseManagerId: text, caseManagerName: text,
  drgCode: text, goalTenths: z.number().nullable(), edd: Day.nullable(), openedOn: Day, closedOn: Day.nullable(), familyName: z.string(), givenNames: text, sortName: z.string(), mrn: text, birthDate: text,
  deceased: z.string(), nextId: text, nextLabel: text, nextOn: Day.nullable(),
})
type CaseRow = z.output<typeof CaseRow>

const StayRow = z.object({ id: z.string(), status: StayStatus, arrivedAt: Moment, endedAt: Moment.nullable(), unitId: text, unitName: text, bed: text, missingSince: text })
const ChangeRow = z.object({ status: StayStatus, from: Moment })
type StayOfCase = NonNullable<ReturnType<typeof stayOf>>

/** The stay a case is counted from: the ongoing one, else the latest; never a cancelled one. Same choice as `findStayOfCase`. */
function stayOf(db: ReadDb, caseId: Id, zone: Zone) {
  const found = db.get(sql`
    SELECT s.id, s.status, s.arrived_at AS arrivedAt, s.ended_at AS endedAt, l.unit_id AS unitId, coalesce(u.name, l.unit_name) AS unitName, l.bed, a.first_missing_at AS missingSince
    FROM stay s
      LEFT JOIN stay_location l ON l.id = (SELECT id FROM stay_location WHERE stay_id = s.id AND removed_at IS NULL ORDER BY from_at DESC, id DESC LIMIT 1)
      LEFT JOIN unit u ON u.id = l.unit_id
      LEFT JOIN census_absence a ON a.stay_id = s.id AND a.resolution IS NULL
    WHERE s.case_id = ${caseId} AND s.removed_at IS NULL AND s.status <> 'cancelled' ORDER BY s.ended_at IS NOT NULL, s.arrived_at DESC, s.id DESC LIMIT 1`)
  if (found === undefined) return null
  const row = StayRow.parse(found)
  const changes = db.all(sql`SELECT status, from_at AS "from" FROM stay_status WHERE stay_id = ${row.id} AND removed_at IS NULL ORDER BY status <> 'planned', from_at, id`).map(change => ChangeRow.parse(change))
  // Whatever is recorded has happened; only a planned arrival may lie ahead, and that is no inpatient order.
  const order = inpatientOrderAt(changes, changes.at(-1)?.from ?? row.arrivedAt)
  return {
    ...row, ongoing: row.endedAt === null, arrivedOn: plainDateOf(row.arrivedAt, zone), inpatientFromOn: order === null ? null : plainDateOf(order, zone),
    dischargedOn: row.endedAt === null ? null : plainDateOf(row.endedAt, zone),
  }
}

/** Where the patient lies while the stay goes on, else the unit that carries the case. */
function placeOf(row: CaseRow, stay: StayOfCase | null) {
  const lies = stay !== null && stay.ongoing && (stay.unitName !== null || stay.bed !== null)
  const unit = lies && stay.unitName !== null ? stay : row
  // A census may write a name no unit here has: the case still belongs to the unit that carries it.
  return { unitId: unit.unitId ?? row.unitId, unitName: unit.unitName, bed: lies ? stay.bed : null }
}

const DrgRow = z.object({ title: z.string().nullable(), days: z.number().nullable().catch(null) })

/** Title and GMLOS of the working DRG in the table of that day; a payer's goal stands in for the GMLOS. */
function drgFacts(db: ReadDb, row: CaseRow, dischargeOn: PlainDate): { readonly title: string | null; readonly tenths: number | null; readonly source: 'goal' | 'gmlos' | null } {
  const { title, days } = drgRow(db, row.drgCode, dischargeOn)
  if (row.goalTenths !== null) return { title, tenths: row.goalTenths, source: 'goal' }
  return days === null ? { title, tenths: null, source: null } : { title, tenths: Math.round(days * 10), source: 'gmlos' }
}

function drgRow(db: ReadDb, code: string | null, dischargeOn: PlainDate): z.output<typeof DrgRow> {
  const nothing = { title: null, days: null }
  if (code === null || !/^\d{3}$/.test(code)) return nothing
  const path = `$."${code}"`
  const found = db.get(sql`
    SELECT drg ->> 'title' AS title, drg ->> 'gmlosDays' AS days
    FROM (SELECT rows -> ${path} AS drg FROM drg_table WHERE effective_on <= ${dischargeOn} AND through_on >= ${dischargeOn})`)
  const row = DrgRow.safeParse(found)
  return row.success ? row.data : nothing
}

/** High first when sorted downwards. */
function riskRank(risk: string): number {
  return ['unknown', 'low', 'moderate', 'high'].indexOf(risk)
}

/** What the filter box looks through. Condition and DRG of a sensitive case are not in it, so that filtering cannot reveal it. */
function haystackOf(row: CaseRow, place: ReturnType<typeof placeOf>, payerName: string | null): string {
  const name = listName({ familyName: row.familyName, givenNames: row.givenNames ?? 'unknown' })
  const condition = row.sensitivity === 'none' ? row.reason : null
  const parts = [name, row.sortName, row.mrn, place.unitName, place.bed, condition, row.sensitivity === 'none' ? row.drgCode : null, payerName, row.caseManagerName]
  return fold(parts.filter(part => part !== null).join(' \u001f '))
}
