import { z } from 'zod'
import type { Instant } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { CaseId, type PersonId } from '#shared/model/ids.ts'
import { TimelineId } from '#shared/model/recovery-ids.ts'
import { TemplateId } from '#shared/model/recovery-template.ts'
import { Day, Line, Moment } from '#shared/model/scalars.ts'
import { AnchorKind } from '#shared/model/timeline.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'

export const StoredTimeline = z.strictObject({
  id: TimelineId, caseId: CaseId, templateId: TemplateId, templateLabel: Line, templateAsOf: Day, anchorKind: AnchorKind, anchorOn: Day, placedAt: Moment, placedByName: Line,
})
export type StoredTimeline = z.output<typeof StoredTimeline>

/** The plans of a case, oldest first. */
export function timelinesOfCase(db: ReadDb, caseId: CaseId): readonly StoredTimeline[] {
  return timelinesWhere(db, sql`t.case_id = ${caseId}`)
}

export function findTimeline(db: ReadDb, id: TimelineId): StoredTimeline | null {
  return timelinesWhere(db, sql`t.id = ${id}`)[0] ?? null
}

export interface NewTimeline {
  readonly id: TimelineId
  readonly caseId: CaseId
  readonly templateId: TemplateId
  readonly templateLabel: string
  readonly templateAsOf: PlainDate
  readonly anchorKind: AnchorKind
  readonly anchorOn: PlainDate
  readonly at: Instant
  readonly by: PersonId
}

export function insertTimeline(db: WriteDb, timeline: NewTimeline): void {
  db.run(sql`
    INSERT INTO timeline (id, version, case_id, template_id, template_label, template_as_of, anchor_kind, anchor_on, placed_at, placed_by)
    VALUES (${timeline.id}, 1, ${timeline.caseId}, ${timeline.templateId}, ${timeline.templateLabel}, ${timeline.templateAsOf}, ${timeline.anchorKind}, ${timeline.anchorOn}, ${timeline.at}, ${timeline.by})`)
}

export function removeTimeline(db: WriteDb, id: TimelineId, at: Instant): void {
  db.run(sql`UPDATE timeline SET removed_at = ${at}, version = version + 1 WHERE id = ${id}`)
}

function timelinesWhere(db: ReadDb, where: SqlQuery): readonly StoredTimeline[] {
  return db
    .all(sql`
      SELECT t.id, t.case_id AS caseId, t.template_id AS templateId, t.template_label AS templateLabel, t.template_as_of AS templateAsOf, t.anchor_kind AS anchorKind, t.anchor_on AS anchorOn,
        t.placed_at AS placedAt, p.full_name AS placedByName
      FROM timeline t JOIN person p ON p.id = t.placed_by WHERE ${where} AND t.removed_at IS NULL ORDER BY t.placed_at, t.id`)
    .map(row => StoredTimeline.parse(row))
}
