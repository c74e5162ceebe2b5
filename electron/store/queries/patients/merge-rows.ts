import { z } from 'zod'
import type { PatientId } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'
import { Ledger } from '../interchange/sources.ts'

const never = sql`0`

/** Everything that hangs on a patient, with what makes two rows say the same thing (`never`: two of them are two). */
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
  stay: { table: sql`stay`, same: never },
  case: { table: sql`"case"`, same: never },
  note: { table: sql`note`, same: never },
  task: { table: sql`task`, same: never },
  contact: { table: sql`contact`, same: never },
  census_absence: { table: sql`census_absence`, same: never },
  import_source: { table: sql`import_source`, same: never },
} as const satisfies Record<string, { readonly table: SqlQuery; readonly same: SqlQuery }>

/** Rows of a table that may hang on a stay. */
const ofStays: readonly string[] = ['condition', 'procedure', 'instrument_result']

/** Ids of the rows that moved, by table. */
export const MovedRows = z.record(z.string(), z.array(z.string()))
export type MovedRows = z.output<typeof MovedRows>

/** A row that stayed behind, the row of the kept record that says the same, and the stay that one was given. */
export const LeftRow = z.object({ table: z.string(), left: z.string(), kept: z.string(), stayId: z.string().nullable() })
export type LeftRow = z.output<typeof LeftRow>

export interface Moving {
  readonly moved: MovedRows
  readonly left: readonly LeftRow[]
}

/**
 * Hangs every row of one record on another and says which. What the kept record says already stays behind with the merged one: the kept row takes over its stay
 * where it has none, and what a source calls by the row left behind is the kept row from now on.
 */
export function moveRows(db: WriteDb, from: PatientId, to: PatientId): Moving {
  const moved: Record<string, string[]> = {}
  const left = Object.keys(tables).filter(name => entryOf(name).same !== never).flatMap(name => leftRows(db, name, from, to))
  for (const { table, kept, stayId } of left) if (stayId !== null) db.run(sql`UPDATE ${tableOf(table)} SET stay_id = ${stayId}, version = version + 1 WHERE id = ${kept}`)
  for (const [name, { table, same }] of Object.entries(tables)) {
    const ids = idsOf(db, sql`SELECT m.id FROM ${table} m WHERE m.patient_id = ${from} AND NOT EXISTS (SELECT 1 FROM ${table} k WHERE k.patient_id = ${to} AND ${same})`)
    if (ids.length === 0) continue
    hang(db, table, ids, to)
    moved[name] = [...ids]
  }
  renameInLedgers(db, moved['import_source'] ?? [], new Map(left.map(row => [row.left, row.kept])))
  return { moved, left }
}

function leftRows(db: ReadDb, name: string, from: PatientId, to: PatientId): readonly LeftRow[] {
  const { table, same } = entryOf(name)
  const stayId = ofStays.includes(name) ? sql`CASE WHEN k.stay_id IS NULL THEN m.stay_id END` : sql`NULL`
  return db
    .all(sql`SELECT m.id AS "left", min(k.id) AS kept, ${stayId} AS stayId FROM ${table} m JOIN ${table} k ON k.patient_id = ${to} AND ${same} WHERE m.patient_id = ${from} AND m.removed_at IS NULL GROUP BY m.id`)
    .map(row => LeftRow.parse({ ...row, table: name }))
}

/** Ledgers of sources name records by id. */
function renameInLedgers(db: WriteDb, sourceIds: readonly string[], names: ReadonlyMap<string, string>): void {
  if (names.size === 0) return
  for (const id of sourceIds) {
    const before = Ledger.parse(JSON.parse(String(db.get(sql`SELECT ledger FROM import_source WHERE id = ${id}`)?.['ledger'])))
    const after = Object.fromEntries(Object.entries(before).map(([key, entry]) => [key, { ...entry, id: names.get(entry.id) ?? entry.id }]))
    if (JSON.stringify(before) !== JSON.stringify(after)) db.run(sql`UPDATE import_source SET ledger = ${JSON.stringify(after)}, version = version + 1 WHERE id = ${id}`)
  }
}

/** The way back, for rows that still hang where the merge put them. */
export function moveRowsBack(db: WriteDb, { moved, left }: Moving, from: PatientId, to: PatientId): void {
  renameInLedgers(db, moved['import_source'] ?? [], new Map(left.map(row => [row.kept, row.left])))
  for (const { table, kept, stayId } of left) if (stayId !== null) db.run(sql`UPDATE ${tableOf(table)} SET stay_id = NULL, version = version + 1 WHERE id = ${kept} AND stay_id = ${stayId}`)
  for (const [name, { table }] of Object.entries(tables)) {
    const wanted = moved[name] ?? []
    hang(db, table, wanted.filter(id => db.get(sql`SELECT 1 AS found FROM ${table} WHERE id = ${id} AND patient_id = ${from}`) !== undefined), to)
  }
}

const entryOf = (name: string): { readonly table: SqlQuery; readonly same: SqlQuery } => {
  const found = Object.entries(tables).find(([known]) => known === name)?.[1]
  if (found === undefined) throw new TypeError('No table of a patient has this name.')
  return found
}
const tableOf = (name: string): SqlQuery => entryOf(name).table

function hang(db: WriteDb, table: SqlQuery, ids: readonly string[], to: PatientId): void {
  for (const id of ids) db.run(sql`UPDATE ${table} SET patient_id = ${to}, version = version + 1 WHERE id = ${id}`)
}

const idsOf = (db: ReadDb, query: SqlQuery): readonly string[] => db.all(query).map(row => String(row['id']))
