import type { PatientId, PersonId } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { ReadDb } from '../db.ts'
import { integer, json, moment, text, textOrNull } from '../row.ts'
import { sql } from '../sql.ts'

/** One line of the history, for the privacy officer. */
export type AuditRow = {
  readonly seq: number
  readonly at: Instant
  readonly actorId: string | null
  readonly role: string | null
  readonly action: string
  readonly entity: string | null
  readonly entityId: string | null
  readonly patientId: string | null
  readonly detail: unknown
}

export type AuditFilter = {
  readonly personId?: PersonId | null
  readonly patientId?: PatientId | null
  readonly action?: string | null
  /** Inclusive. */
  readonly from?: Instant | null
  /** Exclusive. */
  readonly to?: Instant | null
  /** The `seq` of the last row of the window before; newest first. */
  readonly beforeSeq?: number | null
  readonly limit: number
}

/** Who saw and changed what, newest first, by sequence: the wall clock may have been set back. */
export function listAudit(db: ReadDb, { personId, patientId, action, from, to, beforeSeq, limit }: AuditFilter): AuditRow[] {
  const conditions = [
    personId ? sql`actor_id = ${personId}` : null,
    patientId ? sql`patient_id = ${patientId}` : null,
    action ? sql`action = ${action}` : null,
    from ? sql`at >= ${from}` : null,
    to ? sql`at < ${to}` : null,
    beforeSeq ? sql`seq < ${beforeSeq}` : null,
  ].filter(condition => condition !== null)
  const where = conditions.length === 0 ? sql.empty : sql`WHERE ${sql.join(conditions, sql` AND `)}`
  return db.all(sql`SELECT seq, at, actor_id, role, action, entity, entity_id, patient_id, detail FROM audit ${where} ORDER BY seq DESC LIMIT ${limit}`).map(row => ({
    seq: integer(row, 'seq'),
    at: moment(row, 'at'),
    actorId: textOrNull(row, 'actor_id'),
    role: textOrNull(row, 'role'),
    action: text(row, 'action'),
    entity: textOrNull(row, 'entity'),
    entityId: textOrNull(row, 'entity_id'),
    patientId: textOrNull(row, 'patient_id'),
    detail: row['detail'] === null ? null : json(row, 'detail'),
  }))
}
