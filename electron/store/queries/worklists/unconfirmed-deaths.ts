import { z } from 'zod'
import { PatientId } from '#shared/model/ids.ts'
import { Day } from '#shared/model/scalars.ts'
import type { ReadDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import type { ListViewer } from './list-filter.ts'
import { inUnits, totalOf, type Section, type TodayScope } from './today.ts'

const Row = z.object({ patientId: PatientId, patientName: z.string(), on: Day.nullable() })
export type UnconfirmedDeath = z.output<typeof Row>

/** Patients of open cases who died according to an import, until a person has confirmed it. */
export function unconfirmedDeaths(db: ReadDb, viewer: ListViewer, scope: TodayScope, limit: number): Section<UnconfirmedDeath> {
  const ours = scope === 'mine' ? sql`s.case_manager_id = ${viewer.personId}` : scope === 'my-unit' ? inUnits(sql`s.unit_id`, viewer) : sql`1`
  // From the open cases to their patients: the other way round reads every patient of the store.
  const where = sql`p.deceased = 'yes' AND p.death_confirmed_at IS NULL AND p.merged_into IS NULL AND p.removed_at IS NULL
    AND p.id IN (SELECT s.patient_id FROM case_summary s WHERE s.status IN ('open', 'on-hold') AND s.deceased = 'yes' AND ${ours})`
  const rows = db.all(sql`
    SELECT p.id AS patientId, p.family_name || coalesce(', ' || p.given_names, '') AS patientName, p.death_date AS "on", count(*) OVER () AS total
    FROM patient p WHERE ${where} ORDER BY p.sort_name, p.id LIMIT ${limit}`)
  return { total: totalOf(rows), rows: rows.map(row => Row.parse(row)) }
}
