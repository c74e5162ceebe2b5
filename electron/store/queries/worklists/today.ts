import { z } from 'zod'
import { plusDays } from '#shared/kernel/plain-date.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { CaseId, PatientId, StayId } from '#shared/model/ids.ts'
import { Moment } from '#shared/model/scalars.ts'
import type { WorklistRow } from '#shared/model/worklist.ts'
import type { ReadDb, Row } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'
import { outreachStopped } from '../patients/outreach-stopped.ts'
import { losMidnights, shownExpectedTenths, type ListViewer } from './list-filter.ts'
import { summaryRows } from './list-rows.ts'

export type TodayScope = 'mine' | 'my-unit' | 'all'
export interface Section<Listed> {
  readonly total: number
  readonly rows: readonly Listed[]
}

/** The patient’s cases that are not closed: none, one, or several among which a person chooses. */
const OpenCases = z.string().nullable().transform(ids => (ids === null ? [] : ids.split(' ').map(id => CaseId.parse(id))))
const NewAdmit = z.object({ patientId: PatientId, stayId: StayId, openCases: OpenCases, patientName: z.string(), reason: z.string().nullable(), unitName: z.string().nullable(), bed: z.string().nullable(), arrivedAt: Moment, died: z.number().transform(flag => flag === 1), hidden: z.number().transform(flag => flag === 1) })
export type NewAdmit = z.output<typeof NewAdmit>

/**
 * Present stays that hang on no open case, newest first: who came in and has nobody yet, and who came back while a case goes on. Arrived at most a week ago.
 *
 * Under `mine` stands beside the own units whoever has a case of the viewer’s, wherever the bed is.
 * A hospital stay of a census without a class is among them (`in-care`). `hidden`: a case of the patient is sensitive, so the reason is not shown.
 */
export function newAdmits(db: ReadDb, viewer: ListViewer, scope: TodayScope, since: Instant, limit: number): Section<NewAdmit> {
  const where = sql`
    y.ended_at IS NULL AND y.removed_at IS NULL AND (y.status IN ('emergency', 'observation', 'inpatient') OR (y.status = 'in-care' AND y.kind = 'hospital')) AND y.arrived_at >= ${since}
    AND p.removed_at IS NULL AND p.merged_into IS NULL AND NOT ${outreachStopped.p}
    AND NOT EXISTS (SELECT 1 FROM "case" c WHERE c.id = y.case_id AND c.status <> 'closed' AND c.removed_at IS NULL)
    AND ${admitsOf(scope, viewer)}`
  const from = sql`
    stay y JOIN patient p ON p.id = y.patient_id
    LEFT JOIN stay_location l ON l.id = (SELECT x.id FROM stay_location x WHERE x.stay_id = y.id AND x.removed_at IS NULL ORDER BY x.from_at DESC, x.id DESC LIMIT 1)
    LEFT JOIN unit u ON u.id = l.unit_id`
  const rows = db.all(sql`
    SELECT y.patient_id AS patientId, y.id AS stayId, p.family_name || coalesce(', ' || p.given_names, '') AS patientName, y.reason, coalesce(u.name, l.unit_name) AS unitName, l.bed, y.arrived_at AS arrivedAt, p.deceased = 'yes' AS died,
      (SELECT group_concat(c.id, ' ') FROM "case" c WHERE c.patient_id = y.patient_id AND c.status <> 'closed' AND c.removed_at IS NULL) AS openCases,
      EXISTS (SELECT 1 FROM "case" c WHERE c.patient_id = y.patient_id AND c.sensitivity <> 'none' AND c.removed_at IS NULL) AS hidden, count(*) OVER () AS total
    FROM ${from} WHERE ${where} ORDER BY y.arrived_at DESC, y.id LIMIT ${limit}`)
  return { total: totalOf(rows), rows: rows.map(row => NewAdmit.parse(row)) }
}

function admitsOf(scope: TodayScope, viewer: ListViewer): SqlQuery {
  const inOwnUnits = inUnits(sql`l.unit_id`, viewer)
  switch (scope) {
    case 'mine': return sql`(${inOwnUnits} OR EXISTS (SELECT 1 FROM "case" c WHERE c.patient_id = y.patient_id AND c.status <> 'closed' AND c.removed_at IS NULL AND c.case_manager_id = ${viewer.personId}))`
    case 'my-unit': return inOwnUnits
    case 'all': return sql`1`
  }
}

/** Open cases with an EDD today, tomorrow or past and still here, and those no longer on the census; earliest EDD first. */
export function dischargesDue(db: ReadDb, viewer: ListViewer, scope: TodayScope, limit: number): Section<WorklistRow> {
  const where = sql`${openIn(viewer, scope)} AND s.discharged_on IS NULL AND (s.edd <= ${plusDays(viewer.today, 1)} OR s.census_missing_since IS NOT NULL)`
  return section(db, viewer, where, sql`s.census_missing_since IS NULL, s.edd NULLS LAST, s.sort_name`, limit)
}

/** Open cases marked high risk, the longest over their expected stay first. */
export function highRisk(db: ReadDb, viewer: ListViewer, scope: TodayScope, limit: number): Section<WorklistRow> {
  const over = sql`coalesce(${losMidnights(viewer.today)} * 10 - ${shownExpectedTenths}, -100000)`
  return section(db, viewer, sql`${openIn(viewer, scope)} AND s.risk = 'high'`, sql`${over} DESC, s.sort_name`, limit)
}

/** Every other open case in the hospital, in the order one walks: unit, then bed; behind them those followed outside whose next milestone is due. */
export function rounds(db: ReadDb, viewer: ListViewer, scope: TodayScope, limit: number): Section<WorklistRow> {
  const elsewhere = sql`s.risk = 'high' OR (s.discharged_on IS NULL AND coalesce(s.edd <= ${plusDays(viewer.today, 1)}, 0)) OR s.census_missing_since IS NOT NULL`
  const where = sql`${openIn(viewer, scope)} AND ((s.stay_id IS NOT NULL AND s.discharged_on IS NULL) OR s.next_entry_on <= ${viewer.today}) AND NOT (${elsewhere})`
  return section(db, viewer, where, sql`s.stay_id IS NULL OR s.discharged_on IS NOT NULL, s.unit_name NULLS LAST, s.bed NULLS LAST, s.sort_name`, limit)
}

function section(db: ReadDb, viewer: ListViewer, where: SqlQuery, order: SqlQuery, limit: number): Section<WorklistRow> {
  return summaryRows(db, viewer, where, order, limit)
}

/** Open cases of the scope. A confirmed death stops every reminder; the case stays on the caseload until somebody closes it. */
function openIn(viewer: ListViewer, scope: TodayScope): SqlQuery {
  const open = sql`s.status = 'open' AND NOT ${outreachStopped.ofSummary}`
  switch (scope) {
    case 'mine': return sql`${open} AND s.case_manager_id = ${viewer.personId}`
    case 'my-unit': return sql`${open} AND ${inUnits(sql`s.unit_id`, viewer)}`
    case 'all': return open
  }
}

/** True for a row whose unit is one of the viewer’s. */
export function inUnits(column: SqlQuery, viewer: ListViewer): SqlQuery {
  return viewer.unitIds.length === 0 ? sql`0` : sql`${column} IN (${sql.join(viewer.unitIds.map(id => sql`${id}`), sql`, `)})`
}

const Total = z.object({ total: z.number().int() })

/** What `count(*) OVER ()` says on every row: how many there are beyond the limit. */
export const totalOf = (rows: readonly Row[]): number => (rows[0] === undefined ? 0 : Total.parse(rows[0]).total)
