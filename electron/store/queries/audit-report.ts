import { AuditLine, type AuditColumn, type AuditFilter } from '#shared/contract/audit.ts'
import { instantOfLocal, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { plusDays } from '#shared/kernel/plain-date.ts'
import type { ReadDb, Row } from '../db.ts'
import { moment, textOrNull } from '../row.ts'
import { sql, type SqlQuery } from '../sql.ts'

export interface AuditPage {
  readonly filter: AuditFilter
  readonly sort: { readonly column: AuditColumn; readonly direction: 'ascending' | 'descending' }
  readonly offset: number
  readonly limit: number
  readonly zone: Zone
}

/** One window of the history and how many lines the filter leaves. Later lines first within equals. */
export function pageAudit(db: ReadDb, page: AuditPage): { rows: AuditLine[]; total: number } {
  const where = whereOf(page)
  const total = Number(db.get(sql`SELECT count(*) AS n FROM audit a ${where}`)?.['n'] ?? 0)
  const rows = db
    .all(sql`
      SELECT a.seq, a.at, a.actor_id AS personId, who.full_name AS personName, a.role, a.action, a.entity, a.patient_id AS patientId,
        CASE WHEN pt.id IS NULL THEN NULL ELSE pt.family_name || coalesce(', ' || pt.given_names, '') END AS patientName, a.detail
      FROM audit a LEFT JOIN person who ON who.id = a.actor_id LEFT JOIN patient pt ON pt.id = a.patient_id
      ${where} ORDER BY ${orderOf(page)} LIMIT ${page.limit} OFFSET ${page.offset}`)
    .map(toLine)
  return { rows, total }
}

/** The actions that occur, by name. */
export function listAuditActions(db: ReadDb): string[] {
  return db.all(sql`SELECT DISTINCT action FROM audit ORDER BY action`).map(row => String(row['action']))
}

function whereOf({ filter, zone }: AuditPage): SqlQuery {
  const parts: SqlQuery[] = [sql`1 = 1`]
  if (filter.personId !== undefined) parts.push(sql`a.actor_id = ${filter.personId}`)
  if (filter.patientId !== undefined) parts.push(sql`a.patient_id = ${filter.patientId}`)
  if (filter.action !== undefined) parts.push(sql`a.action = ${filter.action}`)
  if (filter.from !== undefined) parts.push(sql`a.at >= ${instantOfLocal(filter.from, '00:00', zone)}`)
  if (filter.to !== undefined) parts.push(sql`a.at < ${instantOfLocal(plusDays(filter.to, 1), '00:00', zone)}`)
  return sql`WHERE ${sql.join(parts, sql` AND `)}`
}

function orderOf({ sort }: AuditPage): SqlQuery {
  const down = sort.direction === 'descending'
  switch (sort.column) {
    case 'time':
      return down ? sql`a.seq DESC` : sql`a.seq`
    case 'person':
      return down ? sql`who.full_name COLLATE NOCASE DESC, a.seq DESC` : sql`who.full_name COLLATE NOCASE, a.seq DESC`
    case 'action':
      return down ? sql`a.action DESC, a.seq DESC` : sql`a.action, a.seq DESC`
    case 'patient':
      return down ? sql`pt.sort_name DESC, a.seq DESC` : sql`pt.sort_name IS NULL, pt.sort_name, a.seq DESC`
  }
}

function toLine(row: Row): AuditLine {
  const { changedFields, ...rest } = detailOf(row)
  return AuditLine.parse({
    seq: row['seq'], at: row['at'], personId: row['personId'] === 'system' ? 'none' : (row['personId'] ?? 'none'), personName: row['personName'] ?? 'none',
    role: row['role'] === 'system' ? 'none' : (row['role'] ?? 'none'), action: row['action'], entity: row['entity'] ?? '', patientId: row['patientId'] ?? 'none', patientName: row['patientName'] ?? 'none',
    changedFields, detail: Object.entries(rest).map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' · '),
  })
}

/** The detail's own shape is the action's; here it is only shown. */
function detailOf(row: Row): { readonly changedFields: readonly string[]; readonly [name: string]: unknown } {
  const text = textOrNull(row, 'detail')
  const detail: unknown = text === null ? {} : JSON.parse(text)
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return { changedFields: [] }
  const { changedFields, ...rest }: Record<string, unknown> = { ...detail }
  return { ...rest, changedFields: Array.isArray(changedFields) ? changedFields.map(String) : [] }
}

/** From the history: when the recovery key was made, and when somebody proved to have it on paper since. */
export function lastRecoveryKey(db: ReadDb): { madeAt: Instant; confirmedAt: Instant | 'never' } {
  const made = db.get(sql`SELECT at, seq FROM audit WHERE action IN ('recovery-key.made', 'facility.set-up') ORDER BY seq DESC LIMIT 1`)
  if (made === undefined) throw new RangeError('The history does not begin with a set-up.')
  const confirmed = db.get(sql`SELECT at FROM audit WHERE action = 'recovery-key.confirmed' AND seq > ${Number(made['seq'])} ORDER BY seq DESC LIMIT 1`)
  return { madeAt: moment(made, 'at'), confirmedAt: confirmed === undefined ? 'never' : moment(confirmed, 'at') }
}
