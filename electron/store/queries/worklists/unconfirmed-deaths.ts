import { z } from 'zod'
import { PatientId } from '#shared/model/ids.ts'
import { Day } from '#shared/model/scalars.ts'
import type { ReadDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import type { ListViewer } from './list-filter.ts'
import { inUnits, type Section, type TodayScope } from './today.ts'

const Row = z.object({ patientId: PatientId, patientName: z.string(), on: Day.nullable() })
export type UnconfirmedDeath = z.output<typeof Row>

/** Patients of open cases who died according to an import, until a person has confirmed it. */
export function unconfirmedDeaths(db: ReadDb, viewer: ListViewer, scope: TodayScope, limit: number): Section<UnconfirmedDeath> {
  const ours = scope === 'mine' ? sql`s.case_manager_id = ${viewer.personId}` : scope === 'my-unit' ? inUnits(sql`s.unit_id`, viewer) : sql`1`
  const where = sql`p.deceased = 'yes' AND p.death_confirmed_at IS NULL AND p.merged_into IS NULL AND p.removed_at IS NULL AND EXISTS (SELECT 1 FROM case_summary s WHERE s.patient_id = p.id AND s.status <> 'closed' AND ${ours})`
  const rows = db.all(sql`
    SELECT p.id AS patientId, p.family_name || coalesce(', ' || p.given_names, '') AS patientName, p.death_date AS "on"
    FROM patient p WHERE ${where} ORDER BY p.sort_name, p.id LIMIT ${limit}`)
  const total = z.object({ total: z.number().int() }).parse(db.get(sql`SELECT count(*) AS total FROM patient p WHERE ${where}`)).total
  return { total, rows: rows.map(row => Row.parse(row)) }
}
