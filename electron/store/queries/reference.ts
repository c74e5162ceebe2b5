import { z } from 'zod'
import type { Id } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { Drg, DrgTableHead, type DrgLookup, type DrgTable, type DrgTableSummary } from '#shared/model/drg.ts'
import { fiscalYearOf } from '#shared/domain/utilization/drg-tables.ts'
import type { ReadDb, WriteDb } from '../db.ts'
import { sql } from '../sql.ts'

const HeadRow = DrgTableHead.extend({ id: z.string(), loadedBy: z.string(), rowCount: z.number() })

const head = sql`fiscal_year AS fiscalYear, effective_on AS effectiveOn, through_on AS throughOn, source`

/** The loaded tables, newest year first. */
export function listDrgTables(db: ReadDb): DrgTableSummary[] {
  return db
    .all(sql`
      SELECT t.id, ${head}, coalesce(p.full_name, t.loaded_by) AS loadedBy, (SELECT count(*) FROM json_each(t.rows)) AS rowCount
      FROM drg_table t LEFT JOIN person p ON p.id = t.loaded_by ORDER BY fiscal_year DESC`)
    .map(row => {
      const { id: _, ...rest } = HeadRow.parse({ ...row })
      return rest
    })
}

/** Rows of the table that holds for a discharge on that day; null when none is loaded. */
export function findDrgTableFor(db: ReadDb, dischargeOn: PlainDate): DrgTable | null {
  const row = db.get(sql`SELECT ${head}, rows FROM drg_table WHERE effective_on <= ${dischargeOn} AND through_on >= ${dischargeOn}`)
  if (row === undefined) return null
  const { rows, ...found } = z.object({ ...DrgTableHead.shape, rows: z.string() }).parse({ ...row })
  return { ...found, rows: Object.values(z.record(z.string(), Drg).parse(JSON.parse(rows))).sort((a, b) => (a.code < b.code ? -1 : 1)) }
}

/** One DRG in the table that holds for a discharge on that day, without reading the other rows. */
export function findDrg(db: ReadDb, code: string, dischargeOn: PlainDate): DrgLookup {
  const path = `$."${code.replace(/\D/g, '')}"`
  const row = db.get(sql`SELECT ${head}, json_extract(rows, ${path}) AS drg FROM drg_table WHERE effective_on <= ${dischargeOn} AND through_on >= ${dischargeOn}`)
  if (row === undefined) return { kind: 'no-table', fiscalYear: fiscalYearOf(dischargeOn) }
  const { drg, ...table } = z.object({ ...DrgTableHead.shape, drg: z.string().nullable() }).parse({ ...row })
  return drg === null ? { kind: 'not-in-table', table } : { kind: 'found', drg: Drg.parse(JSON.parse(drg)), table }
}

export const hasDrgTable = (db: ReadDb, fiscalYear: number): boolean => db.get(sql`SELECT 1 AS found FROM drg_table WHERE fiscal_year = ${fiscalYear}`) !== undefined

export interface LoadedDrgTable {
  readonly id: Id<'drg_table'>
  readonly table: DrgTable
  /** A person's id, or `shipped`. */
  readonly loadedBy: string
  readonly at: Instant
}

/** Loads a table; the same fiscal year again replaces it. Returns the id it stands under. */
export function saveDrgTable(db: WriteDb, { id, table, loadedBy, at }: LoadedDrgTable): string {
  const rows = JSON.stringify(Object.fromEntries(table.rows.map(row => [row.code, row])))
  db.run(sql`
    INSERT INTO drg_table (id, version, fiscal_year, effective_on, through_on, source, loaded_at, loaded_by, rows)
    VALUES (${id}, 1, ${table.fiscalYear}, ${table.effectiveOn}, ${table.throughOn}, ${table.source}, ${at}, ${loadedBy}, ${rows})
    ON CONFLICT (fiscal_year) DO UPDATE SET source = excluded.source, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by, rows = excluded.rows, version = version + 1`)
  return String(db.get(sql`SELECT id FROM drg_table WHERE fiscal_year = ${table.fiscalYear}`)?.['id'])
}

/** Recounts the expected stay of the cases a year's table holds for: those discharged or closed in it, or ongoing when it holds today. Returns how many. */
export function recountExpectedLos(db: WriteDb, table: Pick<DrgTable, 'fiscalYear' | 'effectiveOn' | 'throughOn'>, today: PlainDate): number {
  return db.run(sql`
    UPDATE case_summary SET
      drg_title = (SELECT t.rows -> ('$."' || case_summary.drg_code || '"') ->> 'title' FROM drg_table t WHERE t.fiscal_year = ${table.fiscalYear}),
      expected_los_tenths = (SELECT CAST(round(json_extract(t.rows, '$."' || case_summary.drg_code || '".gmlosDays') * 10) AS INTEGER) FROM drg_table t WHERE t.fiscal_year = ${table.fiscalYear}),
      expected_los_source = CASE WHEN (SELECT json_extract(t.rows, '$."' || case_summary.drg_code || '".gmlosDays') FROM drg_table t WHERE t.fiscal_year = ${table.fiscalYear}) IS NULL THEN NULL ELSE 'gmlos' END
    WHERE drg_code GLOB '[0-9][0-9][0-9]' AND coalesce(expected_los_source, '') <> 'goal'
      AND coalesce(discharged_on, closed_on, ${today}) BETWEEN ${table.effectiveOn} AND ${table.throughOn}`).changes
}
