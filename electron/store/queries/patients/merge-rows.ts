import { z } from 'zod'
import type { PatientId } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'

/** Everything that hangs on a patient, with what makes two rows say the same thing ("" = never the same). */
const tables = {
  patient_identifier: { table: sql`patient_identifier`, same: sql`k.kind = m.kind AND k.value = m.value AND k.removed_at IS NULL` },
  patient_telecom: { table: sql`patient_telecom`, same: sql`k.value = m.value AND k.removed_at IS NULL` },
  patient_address: { table: sql`patient_address`, same: sql`k.lines IS m.lines AND k.postal_code IS m.postal_code AND k.removed_at IS NULL` },
  patient_contact: { table: sql`patient_contact`, same: sql`k.name = m.name COLLATE NOCASE AND k.phone IS m.phone AND k.removed_at IS NULL` },
  coverage: { table: sql`coverage`, same: sql`k.payer_name = m.payer_name COLLATE NOCASE AND k.member_number IS m.member_number AND k.removed_at IS NULL` },
  condition: { table: sql`condition`, same: sql`k.code IS m.code AND k.label = m.label AND k.onset_on IS m.onset_on AND k.removed_at IS NULL` },
  procedure: { table: sql`"procedure"`, same: sql`k.code IS m.code AND k.label = m.label AND k.performed_on IS m.performed_on AND k.removed_at IS NULL` },
  medication: { table: sql`medication`, same: sql`k.code IS m.code AND k.label = m.label AND k.authored_on IS m.authored_on AND k.status = m.status AND k.removed_at IS NULL` },
  allergy: { table: sql`allergy`, same: sql`k.code IS m.code AND k.label = m.label AND k.removed_at IS NULL` },
  care_plan: { table: sql`care_plan`, same: sql`k.label = m.label AND k.starts_on IS m.starts_on AND k.removed_at IS NULL` },
  care_team_member: { table: sql`care_team_member`, same: sql`k.name = m.name AND k.role IS m.role AND k.removed_at IS NULL` },
  instrument_result: { table: sql`instrument_result`, same: sql`k.instrument_id = m.instrument_id AND k.taken_on = m.taken_on AND k.total IS m.total AND k.removed_at IS NULL` },
  stay: { table: sql`stay`, same: sql`0` },
  case: { table: sql`"case"`, same: sql`0` },
  note: { table: sql`note`, same: sql`0` },
  task: { table: sql`task`, same: sql`0` },
  contact: { table: sql`contact`, same: sql`0` },
  census_absence: { table: sql`census_absence`, same: sql`0` },
  import_source: { table: sql`import_source`, same: sql`0` },
} as const satisfies Record<string, { readonly table: SqlQuery; readonly same: SqlQuery }>

/** Ids of the rows that moved, by table. */
export const MovedRows = z.record(z.string(), z.array(z.string()))
export type MovedRows = z.output<typeof MovedRows>

/** Hangs every row of one record on another and says which. What the kept record says already stays behind with the merged one. */
export function moveRows(db: WriteDb, from: PatientId, to: PatientId): MovedRows {
  const moved: Record<string, string[]> = {}
  for (const [name, { table, same }] of Object.entries(tables)) {
    const ids = idsOf(db, sql`SELECT m.id FROM ${table} m WHERE m.patient_id = ${from} AND NOT EXISTS (SELECT 1 FROM ${table} k WHERE k.patient_id = ${to} AND ${same})`)
    if (ids.length === 0) continue
    hang(db, table, ids, to)
    moved[name] = [...ids]
  }
  return moved
}

/** The way back, for rows that still hang where the merge put them. */
export function moveRowsBack(db: WriteDb, moved: MovedRows, from: PatientId, to: PatientId): void {
  for (const [name, { table }] of Object.entries(tables)) {
    const wanted = moved[name] ?? []
    hang(db, table, wanted.filter(id => db.get(sql`SELECT 1 AS found FROM ${table} WHERE id = ${id} AND patient_id = ${from}`) !== undefined), to)
  }
}

function hang(db: WriteDb, table: SqlQuery, ids: readonly string[], to: PatientId): void {
  for (const id of ids) db.run(sql`UPDATE ${table} SET patient_id = ${to}, version = version + 1 WHERE id = ${id}`)
}

const idsOf = (db: ReadDb, query: SqlQuery): readonly string[] => db.all(query).map(row => String(row['id']))
