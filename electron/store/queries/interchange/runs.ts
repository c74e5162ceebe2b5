import { z } from 'zod'
import type { Instant } from '#shared/kernel/instant.ts'
import type { PersonId } from '#shared/model/ids.ts'
import { ColumnMapping, ImportKind, type ImportRun } from '#shared/model/import.ts'
import { Moment } from '#shared/model/scalars.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import type { MakeId } from '../patients/patient-lists.ts'

/** Figures of one import: no name of a person or a file. Of a census also the units it named, and which headers it had. */
export const RunCounts = z.object({
  files: z.number(), patients: z.number(), resources: z.number(), imported: z.number(), notUsed: z.number(), crashed: z.number(), units: z.array(z.string()).readonly().optional(), sheetKey: z.string().optional(),
})
export type RunCounts = z.output<typeof RunCounts>

export interface NewRun {
  readonly id: string
  readonly kind: ImportKind
  readonly at: Instant
  readonly asOf: Instant | null
  readonly by: PersonId
  readonly counts: RunCounts
  readonly cancelled: boolean
}

export function insertRun(db: WriteDb, { id, kind, at, asOf, by, counts, cancelled }: NewRun): void {
  db.run(sql`INSERT INTO import_run (id, version, kind, at, as_of, by_person_id, counts, cancelled) VALUES (${id}, 1, ${kind}, ${at}, ${asOf}, ${by}, ${JSON.stringify(counts)}, ${cancelled})`)
}

const RunRow = z.object({ id: z.string(), kind: ImportKind, at: Moment, asOf: Moment.nullable(), by: z.string(), counts: z.string().transform(text => RunCounts.parse(JSON.parse(text))), cancelled: z.number() })

/** Newest first. */
export function listRuns(db: ReadDb, limit: number): ImportRun[] {
  const rows = db.all(sql`
    SELECT r.id, r.kind, r.at, r.as_of AS asOf, p.full_name AS "by", r.counts, r.cancelled FROM import_run r JOIN person p ON p.id = r.by_person_id ORDER BY r.at DESC, r.id DESC LIMIT ${limit}`)
  return rows.map(row => RunRow.parse(row)).map(({ counts, cancelled, asOf, ...run }) => ({
    ...run, asOf: asOf ?? 'none', cancelled: cancelled === 1, patients: counts.patients, resources: counts.resources, imported: counts.imported, notUsed: counts.notUsed,
  }))
}

const MappingRow = z.object({ id: z.string(), mapping: z.string().transform(text => ColumnMapping.parse(JSON.parse(text))) })

/** How a sheet with these headers was read the last time; `null` the first time. */
export function findMapping(db: ReadDb, headerKey: string): { readonly id: string; readonly mapping: ColumnMapping } | null {
  const row = db.get(sql`SELECT id, mapping FROM column_mapping WHERE header_key = ${headerKey}`)
  return row === undefined ? null : MappingRow.parse(row)
}

/** Remembers a mapping and returns the id of the record, to be audited. */
export function saveMapping(db: WriteDb, headerKey: string, mapping: ColumnMapping, at: Instant, makeId: MakeId): string {
  const before = findMapping(db, headerKey)
  const text = JSON.stringify(mapping)
  if (before !== null) {
    db.run(sql`UPDATE column_mapping SET version = version + 1, mapping = ${text}, used_at = ${at} WHERE id = ${before.id}`)
    return before.id
  }
  const id = makeId('column_mapping')
  db.run(sql`INSERT INTO column_mapping (id, version, header_key, mapping, used_at) VALUES (${id}, 1, ${headerKey}, ${text}, ${at})`)
  return id
}
