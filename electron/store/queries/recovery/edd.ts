import { z } from 'zod'
import type { Instant } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { CaseId, type PersonId } from '#shared/model/ids.ts'
import { EddRevisionId } from '#shared/model/recovery-ids.ts'
import { Day, Line, Moment, Prose, known } from '#shared/model/scalars.ts'
import { ReplanReason } from '#shared/model/timeline.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'

export const StoredEddRevision = z.strictObject({
  id: EddRevisionId, caseId: CaseId, edd: known(Day), reason: z.union([z.literal('first'), ReplanReason]), note: z.union([z.literal('none'), Prose]), at: Moment, byName: Line,
})
export type StoredEddRevision = z.output<typeof StoredEddRevision>

/** Every EDD a case has had, oldest first; the last one is the current. */
export function eddRevisionsOfCase(db: ReadDb, caseId: CaseId): readonly StoredEddRevision[] {
  return revisionsWhere(db, sql`r.case_id = ${caseId}`)
}

export function findEddRevision(db: ReadDb, id: EddRevisionId): StoredEddRevision | null {
  return revisionsWhere(db, sql`r.id = ${id}`)[0] ?? null
}

export interface NewEddRevision {
  readonly id: EddRevisionId
  readonly caseId: CaseId
  readonly edd: PlainDate | 'unknown'
  readonly reason: ReplanReason | 'first'
  readonly note: string | 'none'
  readonly at: Instant
  readonly by: PersonId
}

/** Adds the revision and makes it the case's EDD; the case's version counts up. */
export function reviseEdd(db: WriteDb, revision: NewEddRevision): void {
  const edd = revision.edd === 'unknown' ? null : revision.edd
  db.run(sql`
    INSERT INTO edd_revision (id, version, case_id, edd, reason, note, at, by_person_id)
    VALUES (${revision.id}, 1, ${revision.caseId}, ${edd}, ${revision.reason}, ${revision.note === 'none' ? null : revision.note}, ${revision.at}, ${revision.by})`)
  db.run(sql`UPDATE "case" SET edd = ${edd}, version = version + 1 WHERE id = ${revision.caseId}`)
}

function revisionsWhere(db: ReadDb, where: SqlQuery): readonly StoredEddRevision[] {
  return db
    .all(sql`
      SELECT r.id, r.case_id AS caseId, coalesce(r.edd, 'unknown') AS edd, r.reason, coalesce(r.note, 'none') AS note, r.at, p.full_name AS byName
      FROM edd_revision r JOIN person p ON p.id = r.by_person_id WHERE ${where} ORDER BY r.at, r.rowid`)
    .map(row => StoredEddRevision.parse(row))
}
