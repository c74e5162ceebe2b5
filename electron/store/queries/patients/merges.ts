import { z } from 'zod'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { PatientId, type PatientId as PatientIdType, type PersonId } from '#shared/model/ids.ts'
import { PatientFields, Vital } from '#shared/model/patient.ts'
import { Moment, Version } from '#shared/model/scalars.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import { LeftRow, MovedRows } from './merge-rows.ts'
import { Confirmation } from './save-patient.ts'

export type MergeId = Id<'duplicate_decision'>

/** What is needed to take a merge back. */
export const UndoOfMerge = z.strictObject({
  moved: MovedRows, left: z.array(LeftRow).default([]),
  /** Numbers the merge added to the kept record. */
  added: z.array(z.string()).default([]),
  /** The kept record before the merge, and the version the merge gave it. */
  fieldsBefore: PatientFields, vitalBefore: Vital, confirmation: Confirmation.default({ at: null, by: null }), typedBefore: z.array(z.string()), keptVersion: Version,
})
export type UndoOfMerge = z.output<typeof UndoOfMerge>

const MergeRow = z.object({ id: z.string(), keptId: PatientId, mergedId: PatientId, mergedFamilyName: z.string(), mergedGivenNames: z.string().nullable(), at: Moment, byName: z.string(), undo: z.string(), version: Version })
export interface Merge {
  readonly id: string
  readonly keptId: PatientIdType
  readonly mergedId: PatientIdType
  readonly mergedFamilyName: string
  readonly mergedGivenNames: string | null
  readonly at: Instant
  readonly byName: string
  readonly undo: UndoOfMerge
  /** The kept record's version by now. */
  readonly version: number
}

const mergeRow = sql`
  SELECT d.id, d.patient_id AS keptId, d.other_patient_id AS mergedId, o.family_name AS mergedFamilyName, o.given_names AS mergedGivenNames, d.decided_at AS at, m.full_name AS byName, d.undo, k.version
  FROM duplicate_decision d JOIN patient o ON o.id = d.other_patient_id JOIN patient k ON k.id = d.patient_id JOIN person m ON m.id = d.decided_by`

/** Records that were merged into this one, newest first. */
export function mergesInto(db: ReadDb, keptId: PatientIdType): readonly Merge[] {
  return db.all(sql`${mergeRow} WHERE d.patient_id = ${keptId} AND d.decision = 'merged' AND d.undo IS NOT NULL ORDER BY d.decided_at DESC, d.id DESC`).map(toMerge)
}

export function findMerge(db: ReadDb, id: string): Merge | null {
  const row = db.get(sql`${mergeRow} WHERE d.id = ${id} AND d.decision = 'merged' AND d.undo IS NOT NULL`)
  return row === undefined ? null : toMerge(row)
}

export interface NewMerge {
  readonly id: MergeId
  readonly keptId: PatientIdType
  readonly mergedId: PatientIdType
  readonly by: PersonId
  readonly at: Instant
  readonly undo: UndoOfMerge
}

/** Marks the merged record and remembers the way back. A pair that was once decided keeps its row. Returns the id of the decision. */
export function recordMerge(db: WriteDb, { id, keptId, mergedId, by, at, undo }: NewMerge): string {
  db.run(sql`UPDATE patient SET merged_into = ${keptId}, version = version + 1, updated_at = ${at} WHERE id = ${mergedId}`)
  db.run(sql`
    INSERT INTO duplicate_decision (id, version, patient_id, other_patient_id, decision, decided_by, decided_at, undo)
    VALUES (${id}, 1, ${keptId}, ${mergedId}, 'merged', ${by}, ${at}, ${JSON.stringify(undo)})
    ON CONFLICT (patient_id, other_patient_id) DO UPDATE SET decision = 'merged', decided_by = excluded.decided_by, decided_at = excluded.decided_at, undo = excluded.undo, undone_at = NULL, version = version + 1`)
  return String(db.get(sql`SELECT id FROM duplicate_decision WHERE patient_id = ${keptId} AND other_patient_id = ${mergedId}`)?.['id'])
}

/** The two are two people after all. */
export function recordMergeUndone(db: WriteDb, merge: Pick<Merge, 'id' | 'mergedId'>, by: PersonId, at: Instant): void {
  db.run(sql`UPDATE patient SET merged_into = NULL, version = version + 1, updated_at = ${at} WHERE id = ${merge.mergedId}`)
  db.run(sql`UPDATE duplicate_decision SET decision = 'apart', undone_at = ${at}, decided_by = ${by}, decided_at = ${at}, version = version + 1 WHERE id = ${merge.id}`)
}

function toMerge(row: unknown): Merge {
  const parsed = MergeRow.parse(row)
  return { ...parsed, undo: UndoOfMerge.parse(JSON.parse(parsed.undo)) }
}
