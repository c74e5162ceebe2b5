import { z } from 'zod'
import type { Instant } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { CaseId, PersonId, TimelineEntryId } from '#shared/model/ids.ts'
import { TimelineId } from '#shared/model/recovery-ids.ts'
import type { TemplateEntry } from '#shared/model/recovery-template.ts'
import { Line } from '#shared/model/scalars.ts'
import { TimelineEntry, type EntryStatus, type Window } from '#shared/model/timeline.ts'
import type { ReadDb, Row, WriteDb } from '../../db.ts'
import { textOrNull } from '../../row.ts'
import { sql, type SqlQuery } from '../../sql.ts'

/** An entry as stored; its source is an id of the template library. */
export const StoredEntry = TimelineEntry.omit({ sourceTitle: true }).extend({ timelineId: TimelineId, sourceId: Line, reachedByName: z.union([z.literal('nobody'), Line]) })
export type StoredEntry = z.output<typeof StoredEntry>

/** The entries of a case in their order on the plan. */
export function entriesOfCase(db: ReadDb, caseId: CaseId): readonly StoredEntry[] {
  return entriesWhere(db, sql`e.case_id = ${caseId}`)
}

export function findEntry(db: ReadDb, id: TimelineEntryId): StoredEntry | null {
  return entriesWhere(db, sql`e.id = ${id}`)[0] ?? null
}

export interface NewEntry {
  readonly id: TimelineEntryId
  readonly caseId: CaseId
  readonly timelineId: TimelineId
  readonly template: TemplateEntry
  readonly window: Window
  readonly position: number
}

/** A new entry: open, its first plan is its current one. */
export function insertEntry(db: WriteDb, { id, caseId, timelineId, template, window, position }: NewEntry): void {
  const [from, on, to] = days(window)
  const rule = template.timing.kind === 'rule' ? template.timing.rules.join(', ') : null
  const patientText = template.patientText === 'unknown' ? null : template.patientText
  db.run(sql`
    INSERT INTO timeline_entry (id, version, case_id, timeline_id, code, label, kind, domain, anchor_kind, rule, baseline_from, baseline_on, baseline_to, planned_from, planned_on, planned_to,
      source_id, confidence, country, reference, patient_text, patient_text_reviewed, never_patient_print, status, position)
    VALUES (${id}, 1, ${caseId}, ${timelineId}, ${template.code}, ${template.label}, ${template.kind}, ${template.domain}, ${template.anchorKind}, ${rule}, ${from}, ${on}, ${to}, ${from}, ${on}, ${to},
      ${template.sourceId}, ${template.confidence}, ${template.country}, ${template.reference === 'none' ? null : template.reference}, ${patientText}, ${template.patientTextReviewed}, ${template.neverPatientPrint}, 'open', ${position})`)
}

export interface EntryMark {
  readonly status: EntryStatus
  readonly reachedOn: PlainDate | 'not-reached'
  readonly reachedBy: PersonId | 'nobody'
  readonly reason: string | 'none'
  readonly note: string | 'none'
}

export function markEntry(db: WriteDb, id: TimelineEntryId, mark: EntryMark): void {
  db.run(sql`
    UPDATE timeline_entry SET status = ${mark.status}, reached_on = ${mark.reachedOn === 'not-reached' ? null : mark.reachedOn}, reached_by = ${mark.reachedBy === 'nobody' ? null : mark.reachedBy},
      status_reason = ${mark.reason === 'none' ? null : mark.reason}, status_note = ${mark.note === 'none' ? null : mark.note}, version = version + 1 WHERE id = ${id}`)
}

/** A new current plan; the first one stays. */
export function planEntry(db: WriteDb, id: TimelineEntryId, window: Window): void {
  const [from, on, to] = days(window)
  db.run(sql`UPDATE timeline_entry SET planned_from = ${from}, planned_on = ${on}, planned_to = ${to}, version = version + 1 WHERE id = ${id}`)
}

/** The first plan of an entry that had no dates yet, because its anchor became known (or is unknown again). */
export function planEntryFirst(db: WriteDb, id: TimelineEntryId, window: Window): void {
  const [from, on, to] = days(window)
  db.run(sql`
    UPDATE timeline_entry SET baseline_from = ${from}, baseline_on = ${on}, baseline_to = ${to}, planned_from = ${from}, planned_on = ${on}, planned_to = ${to}, version = version + 1 WHERE id = ${id}`)
}

export function writePatientText(db: WriteDb, id: TimelineEntryId, text: string | 'unknown', reviewed: boolean): void {
  db.run(sql`UPDATE timeline_entry SET patient_text = ${text === 'unknown' ? null : text}, patient_text_reviewed = ${reviewed}, version = version + 1 WHERE id = ${id}`)
}

export function removeEntriesOf(db: WriteDb, timelineId: TimelineId, at: Instant): number {
  return db.run(sql`UPDATE timeline_entry SET removed_at = ${at}, version = version + 1 WHERE timeline_id = ${timelineId} AND removed_at IS NULL`).changes
}

function entriesWhere(db: ReadDb, where: SqlQuery): readonly StoredEntry[] {
  return db
    .all(sql`
      SELECT e.id, e.version, e.case_id AS caseId, e.timeline_id AS timelineId, e.code, e.label, e.kind, e.domain, e.anchor_kind AS anchorKind, coalesce(e.rule, 'none') AS rule,
        e.baseline_from, e.baseline_on, e.baseline_to, e.planned_from, e.planned_on, e.planned_to,
        e.status, coalesce(e.reached_on, 'not-reached') AS reachedOn, coalesce(e.reached_by, 'nobody') AS reachedBy, coalesce(p.full_name, 'nobody') AS reachedByName,
        coalesce(e.status_reason, 'none') AS statusReason, coalesce(e.status_note, 'none') AS note, e.source_id AS sourceId, e.confidence, coalesce(e.country, 'US') AS country,
        coalesce(e.reference, 'none') AS reference, coalesce(e.patient_text, 'unknown') AS patientText, e.patient_text_reviewed, e.never_patient_print, e.position
      FROM timeline_entry e LEFT JOIN person p ON p.id = e.reached_by
      WHERE ${where} AND e.removed_at IS NULL ORDER BY e.position, e.id`)
    .map(entryOf)
}

function entryOf(row: Row): StoredEntry {
  const { baseline_from: _a, baseline_on: _b, baseline_to: _c, planned_from: _d, planned_on: _e, planned_to: _f, patient_text_reviewed: reviewed, never_patient_print: never, ...rest } = row
  return StoredEntry.parse({ ...rest, baseline: windowOf(row, 'baseline'), planned: windowOf(row, 'planned'), patientTextReviewed: reviewed === 1, neverPatientPrint: never === 1 })
}

function windowOf(row: Row, prefix: 'baseline' | 'planned'): unknown {
  const [from, on, to] = [textOrNull(row, `${prefix}_from`), textOrNull(row, `${prefix}_on`), textOrNull(row, `${prefix}_to`)]
  return from === null || on === null || to === null ? 'no-date' : { from, on, to }
}

const days = (window: Window): readonly [string, string, string] | readonly [null, null, null] => (window === 'no-date' ? [null, null, null] : [window.from, window.on, window.to])
