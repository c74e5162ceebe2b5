import type { PersonId, UnitId } from '#shared/model/ids.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { WorklistDefinition } from '#shared/model/worklist.ts'
import { likePattern } from '../../fts.ts'
import { sql, type SqlQuery } from '../../sql.ts'

/** Who is asking, for the scopes `mine` and `my-unit`, and the facility's day. */
export interface ListViewer {
  readonly personId: PersonId
  readonly unitIds: readonly UnitId[]
  readonly today: PlainDate
}

/** Midnights since the inpatient order, up to discharge or today; NULL for a case without one. */
export const losMidnights = (today: PlainDate): SqlQuery =>
  sql`CAST(julianday(coalesce(s.discharged_on, ${today})) - julianday(s.inpatient_from_on) AS INTEGER)`

/** The expected stay in tenths of a day as lists may show it: the GMLOS of a sensitive case would tell its DRG, a goal that was typed tells nothing. */
export const shownExpectedTenths = sql`CASE WHEN s.sensitivity = 'none' OR s.expected_los_source = 'goal' THEN s.expected_los_tenths END`

/** The WHERE of a worklist over `case_summary s`: every part is bound, nothing is spliced. */
export function listFilter(definition: WorklistDefinition, viewer: ListViewer): SqlQuery {
  const parts: SqlQuery[] = [scopeOf(definition, viewer), oneOf(sql`s.status`, definition.statuses)]
  if (definition.unitIds.length > 0) parts.push(oneOf(sql`s.unit_id`, definition.unitIds))
  if (definition.payerKinds.length > 0) parts.push(oneOf(sql`coalesce(s.payer_kind, 'unknown')`, definition.payerKinds))
  if (definition.risks.length > 0) parts.push(oneOf(sql`s.risk`, definition.risks))
  if (definition.stayStatuses.length > 0) parts.push(oneOf(sql`s.stay_status`, definition.stayStatuses))
  if (definition.eddWithinDays !== 'any') parts.push(sql`julianday(s.edd) - julianday(${viewer.today}) <= ${definition.eddWithinDays}`)
  if (definition.overExpectedLos) parts.push(sql`${losMidnights(viewer.today)} * 10 > ${shownExpectedTenths}`)
  for (const term of termsOf(definition.text)) parts.push(sql`s.haystack LIKE ${likePattern(term)} ESCAPE '\\'`)
  return sql.join(parts, sql` AND `)
}

/** Words of the filter box, folded as the stored haystack is: lower case, no accents. */
export function termsOf(text: string): readonly string[] {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').split(/\s+/).filter(term => term !== '')
}

function scopeOf(definition: WorklistDefinition, viewer: ListViewer): SqlQuery {
  switch (definition.scope) {
    case 'mine': return sql`s.case_manager_id = ${viewer.personId}`
    case 'my-unit': return oneOf(sql`s.unit_id`, viewer.unitIds)
    case 'unassigned': return sql`s.case_manager_id IS NULL`
    case 'all': return sql`1`
  }
}

/** `column IN (…)`; an empty list matches nothing. */
function oneOf(column: SqlQuery, values: readonly string[]): SqlQuery {
  return values.length === 0 ? sql`0` : sql`${column} IN (${sql.join(values.map(value => sql`${value}`), sql`, `)})`
}
