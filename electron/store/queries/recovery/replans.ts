import { z } from 'zod'
import type { Instant } from '#shared/kernel/instant.ts'
import { CaseId, TimelineEntryId, type PersonId } from '#shared/model/ids.ts'
import { ReplanId } from '#shared/model/recovery-ids.ts'
import { Line, Moment, Prose } from '#shared/model/scalars.ts'
import { ReplanReason, Window } from '#shared/model/timeline.ts'
import type { ReadDb, Row, WriteDb } from '../../db.ts'
import { json } from '../../row.ts'
import { sql, type SqlQuery } from '../../sql.ts'

/** One entry's plan before and after a re-plan: what an undo needs. */
export const EntryMove = z.strictObject({ entryId: TimelineEntryId, before: Window, after: Window })
export type EntryMove = z.output<typeof EntryMove>

export const StoredReplan = z.strictObject({
  id: ReplanId, caseId: CaseId, single: z.boolean(), moves: z.array(EntryMove), days: z.number().int(), reason: z.union([z.literal('none'), ReplanReason]), note: z.union([z.literal('none'), Prose]),
  at: Moment, byName: Line, undone: z.boolean(),
})
export type StoredReplan = z.output<typeof StoredReplan>

/** The re-plans of a case, newest first, undone ones among them. */
export function replansOfCase(db: ReadDb, caseId: CaseId): readonly StoredReplan[] {
  return replansWhere(db, sql`r.case_id = ${caseId}`)
}

export function findReplan(db: ReadDb, id: ReplanId): StoredReplan | null {
  return replansWhere(db, sql`r.id = ${id}`)[0] ?? null
}

export interface NewReplan {
  readonly id: ReplanId
  readonly caseId: CaseId
  /** The one entry a person moved; `several` for a shift or a revised EDD. */
  readonly entryId: TimelineEntryId | 'several'
  readonly days: number
  readonly reason: ReplanReason | 'none'
  readonly note: string | 'none'
  readonly moves: readonly EntryMove[]
  readonly at: Instant
  readonly by: PersonId
}

export function insertReplan(db: WriteDb, replan: NewReplan): void {
  db.run(sql`
    INSERT INTO replan (id, version, case_id, entry_id, days, reason, note, before, at, by_person_id)
    VALUES (${replan.id}, 1, ${replan.caseId}, ${replan.entryId === 'several' ? null : replan.entryId}, ${replan.days}, ${replan.reason}, ${replan.note === 'none' ? null : replan.note},
      ${JSON.stringify(replan.moves)}, ${replan.at}, ${replan.by})`)
}

export function markReplanUndone(db: WriteDb, id: ReplanId, at: Instant): void {
  db.run(sql`UPDATE replan SET undone_at = ${at}, version = version + 1 WHERE id = ${id}`)
}

function replansWhere(db: ReadDb, where: SqlQuery): readonly StoredReplan[] {
  return db
    .all(sql`
      SELECT r.id, r.case_id AS caseId, r.entry_id, r.days, r.reason, coalesce(r.note, 'none') AS note, r.before, r.at, p.full_name AS byName, r.undone_at
      FROM replan r JOIN person p ON p.id = r.by_person_id WHERE ${where} ORDER BY r.at DESC, r.id DESC`)
    .map(replanOf)
}

function replanOf(row: Row): StoredReplan {
  const { entry_id: entryId, before: _before, undone_at: undoneAt, ...rest } = row
  return StoredReplan.parse({ ...rest, single: entryId !== null, moves: json(row, 'before'), undone: undoneAt !== null })
}
