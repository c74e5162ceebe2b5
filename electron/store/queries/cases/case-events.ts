import { z } from 'zod'
import type { Id } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { CaseEvent, CaseEventKind } from '#shared/model/case-event.ts'
import type { CaseId, PersonId } from '#shared/model/ids.ts'
import { Moment } from '#shared/model/scalars.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'

export interface NewCaseEvent {
  readonly id: Id<'case_event'>
  readonly caseId: CaseId
  readonly kind: CaseEventKind
  readonly reason: string | 'none'
  readonly at: Instant
  readonly by: PersonId
  readonly changes: CaseEvent['changes']
}

/** Adds a step to the life of a case. Steps are never changed. */
export function insertCaseEvent(db: WriteDb, event: NewCaseEvent): void {
  db.run(sql`
    INSERT INTO case_event (id, version, case_id, kind, reason, at, by_person_id, detail)
    VALUES (${event.id}, 1, ${event.caseId}, ${event.kind}, ${event.reason === 'none' ? null : event.reason}, ${event.at}, ${event.by}, ${JSON.stringify(event.changes)})`)
}

const EventRow = z.object({ id: z.string(), kind: CaseEventKind, at: Moment, byName: z.string(), reason: z.string().nullable(), detail: z.string().nullable() })

/** The life of a case, newest first; at most the last 200 steps. */
export function caseEvents(db: ReadDb, caseId: CaseId): CaseEvent[] {
  return db
    .all(sql`
      SELECT e.id, e.kind, e.at, p.full_name AS byName, e.reason, e.detail FROM case_event e JOIN person p ON p.id = e.by_person_id
      WHERE e.case_id = ${caseId} ORDER BY e.at DESC, e.id DESC LIMIT 200`)
    .map(row => EventRow.parse(row))
    .map(({ detail, reason, ...row }) => CaseEvent.parse({ ...row, reason: reason ?? 'none', changes: changesOf(detail) }))
}

function changesOf(detail: string | null): unknown {
  return detail === null ? [] : JSON.parse(detail)
}
